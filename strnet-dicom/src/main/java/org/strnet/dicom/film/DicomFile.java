package org.strnet.dicom.film;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.io.ImageInputStream;
import org.aoju.bus.image.galaxy.io.ImageInputStream.IncludeBulkData;
import org.strnet.dicom.codec.TransferSyntax;
import org.strnet.provenance.BadInputException;
import org.strnet.radiograph.NotAssessable.Reason;
import org.strnet.radiograph.NotAssessableException;

/**
 * One DICOM object in memory, its pixels still as they were encoded.
 *
 * @param header every attribute but the pixels
 * @param syntax how the pixels are encoded
 * @param pixels the encoded pixels; empty where the object has none
 */
public record DicomFile(FilmHeader header, TransferSyntax syntax, Optional<EncodedPixels> pixels) {

  /** A file of 100 million samples of 16 bits, with room for its header. */
  public static final long MOST_BYTES = 264L << 20;

  static {
    ToolkitLog.quieten();
    ToolkitImageReaders.withdraw();
  }

  /** The largest value that is read before it is known that the file really holds it. */
  private static final int ALLOCATE_AT_ONCE = 1 << 20;

  /**
   * Reads an object.
   *
   * @throws NotAssessableException when it is no DICOM object, is damaged, too large, or in a
   *     transfer syntax that is not read
   * @throws BadInputException when the file cannot be read
   */
  public static DicomFile read(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      long size = Files.size(file);
      if (size > MOST_BYTES) {
        throw FilmRefusals.refused(
            Reason.TOO_MANY_PIXELS,
            "a DICOM film has at most %d bytes, found %d",
            MOST_BYTES,
            size);
      }
      return read(in);
    } catch (IOException e) {
      Path name = file.getFileName();
      throw new BadInputException(
          String.valueOf(name),
          "a film must be readable, found " + e.getClass().getSimpleName(),
          e);
    }
  }

  /** The same of bytes in memory. */
  public static DicomFile read(byte[] file) {
    return read(new ByteArrayInputStream(file));
  }

  /**
   * The header that the beginning of a file holds, so that a gate can be asked before the pixels
   * are fetched; empty where the beginning is no whole header, which {@link #read(byte[])} of the
   * whole file then judges.
   *
   * @param beginning a file's first bytes
   */
  public static Optional<FilmHeader> header(byte[] beginning) {
    try (ImageInputStream dicom = opened(new ByteArrayInputStream(beginning))) {
      dicom.setIncludeBulkData(IncludeBulkData.YES);
      dicom.setAllocateLimit(ALLOCATE_AT_ONCE);
      Attributes dataset = dicom.readDataset(-1, Tag.PixelData);
      boolean whole = dicom.tag() == Tag.PixelData && !dataset.isEmpty();
      return whole ? Optional.of(FilmHeader.of(dataset)) : Optional.empty();
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  private static DicomFile read(InputStream in) {
    try (ImageInputStream dicom = opened(in)) {
      dicom.setIncludeBulkData(IncludeBulkData.YES);
      dicom.setAllocateLimit(ALLOCATE_AT_ONCE);
      Attributes dataset = dicom.readDataset(-1, -1);
      return of(dataset, syntax(dicom));
    } catch (NotAssessableException e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Sequences nested thousands deep overflow the toolkit's recursion.
      throw FilmRefusals.damaged(e);
    }
  }

  private static DicomFile of(Attributes dataset, TransferSyntax syntax) throws IOException {
    if (dataset.isEmpty()) {
      throw FilmRefusals.refused(
          Reason.DAMAGED_IMAGE, "a DICOM object must have attributes, found none");
    }
    return new DicomFile(
        FilmHeader.of(dataset), syntax, EncodedPixels.of(dataset, syntax.isEncapsulated()));
  }

  /**
   * The toolkit inflates a deflated data set without a limit, so that is done here: a small file
   * can hold gigabytes of zeros.
   */
  private static ImageInputStream opened(InputStream in) throws IOException {
    ImageInputStream dicom = new ImageInputStream(in);
    Attributes meta = dicom.readFileMetaInformation();
    String syntax = meta == null ? "" : meta.getString(Tag.TransferSyntaxUID, "");
    if (!syntax.equals(TransferSyntax.DEFLATED.uid())) {
      return dicom;
    }
    InputStream inflated = new InflaterInputStream(in, new Inflater(true));
    return new ImageInputStream(
        new BoundedStream(inflated, MOST_BYTES), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid());
  }

  private static TransferSyntax syntax(ImageInputStream dicom) {
    String uid = String.valueOf(dicom.getTransferSyntax());
    return TransferSyntax.of(uid)
        .orElseThrow(
            () ->
                FilmRefusals.refused(
                    Reason.UNSUPPORTED_ENCODING,
                    "the transfer syntax must be one that is read, found %s",
                    uid.replaceAll("[^0-9.]", "?")));
  }
}
