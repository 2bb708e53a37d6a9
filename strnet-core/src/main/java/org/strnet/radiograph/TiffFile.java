package org.strnet.radiograph;

import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import org.strnet.radiograph.NotAssessable.Reason;

/** A TIFF file (TIFF 6.0): the first page, checked before it is decoded. */
final class TiffFile {

  private TiffFile() {}

  /** Reads the first page; the decoder itself turns files whose white is zero. */
  static Radiograph read(FilmFile file) {
    return PlatformDecoder.with(file, "tiff", reader -> read(file, reader));
  }

  private static Radiograph read(FilmFile file, ImageReader reader) throws IOException {
    FilmSize.check(file, reader.getWidth(0), reader.getHeight(0));
    TIFFDirectory directory = directory(reader.getImageMetadata(0));
    checkSamples(file, directory);
    checkData(file, directory);
    long tile = (long) reader.getTileWidth(0) * reader.getTileHeight(0);
    if (tile > FilmSize.MOST_PIXELS) {
      throw file.refused(
          Reason.TOO_MANY_PIXELS,
          "a tile has at most %d pixels, the file declares %d",
          FilmSize.MOST_PIXELS,
          tile);
    }
    return GreyPixels.of(file, reader.read(0));
  }

  private static TIFFDirectory directory(IIOMetadata metadata) throws IOException {
    return TIFFDirectory.createFromMetadata(metadata);
  }

  private static void checkSamples(FilmFile file, TIFFDirectory directory) {
    long channels = number(directory, BaselineTIFFTagSet.TAG_SAMPLES_PER_PIXEL, 1);
    long bits = number(directory, BaselineTIFFTagSet.TAG_BITS_PER_SAMPLE, 1);
    long kind =
        number(
            directory,
            BaselineTIFFTagSet.TAG_SAMPLE_FORMAT,
            BaselineTIFFTagSet.SAMPLE_FORMAT_UNSIGNED_INTEGER);
    if (channels > 4
        || (bits != 8 && bits != 16)
        || kind != BaselineTIFFTagSet.SAMPLE_FORMAT_UNSIGNED_INTEGER) {
      throw file.refused(
          Reason.NOT_AN_IMAGE,
          "a TIFF must have 1 to 4 channels of 8 or 16 unsigned bits,"
              + " found %d channels of %d bits, sample format %d",
          channels,
          bits,
          kind);
    }
    long photometric = number(directory, BaselineTIFFTagSet.TAG_PHOTOMETRIC_INTERPRETATION, -1);
    if (photometric == BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_CMYK) {
      throw file.refused(Reason.COLOUR_IMAGE, "a TIFF must be grey, found CMYK");
    }
  }

  /** The data lie inside the file: the decoder would make up what is missing. */
  private static void checkData(FilmFile file, TIFFDirectory directory) {
    boolean tiled = directory.containsTIFFField(BaselineTIFFTagSet.TAG_TILE_OFFSETS);
    TIFFField offsets =
        directory.getTIFFField(
            tiled ? BaselineTIFFTagSet.TAG_TILE_OFFSETS : BaselineTIFFTagSet.TAG_STRIP_OFFSETS);
    TIFFField counts =
        directory.getTIFFField(
            tiled
                ? BaselineTIFFTagSet.TAG_TILE_BYTE_COUNTS
                : BaselineTIFFTagSet.TAG_STRIP_BYTE_COUNTS);
    if (offsets == null || counts == null || offsets.getCount() != counts.getCount()) {
      throw file.refused(Reason.DAMAGED_IMAGE, "a TIFF must say where its pixels lie");
    }
    for (int i = 0; i < offsets.getCount(); i++) {
      long end = offsets.getAsLong(i) + counts.getAsLong(i);
      if (offsets.getAsLong(i) < 8 || end > file.length()) {
        throw file.refused(
            Reason.DAMAGED_IMAGE,
            "a TIFF's pixels must lie in the file, found byte %d of %d",
            end,
            file.length());
      }
    }
  }

  private static long number(TIFFDirectory directory, int tag, long otherwise) {
    TIFFField field = directory.getTIFFField(tag);
    return field == null || field.getCount() < 1 ? otherwise : field.getAsLong(0);
  }
}
