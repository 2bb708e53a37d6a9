package org.strnet.dicom.codec.jpeg2000;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReader;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Arrays;
import jj2000.j2k.util.FacilityManager;
import org.strnet.radiograph.stream.ByteReader;
import org.strnet.radiograph.stream.DamagedStreamException;
import org.strnet.radiograph.stream.ExpectedImage;

/** Decodes a JPEG 2000 codestream or JP2 file of one component. */
public final class Jpeg2000Decoder {

  private Jpeg2000Decoder() {}

  /**
   * The samples, row by row, masked to the stream's precision.
   *
   * @param stream codestream, or JP2 file around it
   * @param image what the stream must hold
   * @throws DamagedStreamException for a stream that is damaged, contradicts the image, would cost
   *     more than its size warrants, or is coded in a way that is not supported
   */
  public static short[] decode(byte[] stream, ExpectedImage image) {
    int start = Jp2File.codestream(stream);
    byte[] codestream = start == 0 ? stream : Arrays.copyOfRange(stream, start, stream.length);
    ImageSize size = Codestream.check(new ByteReader(codestream), image);
    Raster raster = raster(codestream);
    if (raster.getWidth() != image.columns() || raster.getHeight() != image.rows()) {
      throw new DamagedStreamException(
          "the decoded image must have %d rows and %d columns, found %d and %d"
              .formatted(image.rows(), image.columns(), raster.getHeight(), raster.getWidth()));
    }
    return samples(raster, image, (1 << size.precision()) - 1);
  }

  private static Raster raster(byte[] codestream) {
    Complaints complaints = new Complaints();
    FacilityManager.registerMsgLogger(Thread.currentThread(), complaints);
    J2KImageReader reader = new J2KImageReader(null);
    BoundedInput input = new BoundedInput(codestream);
    try {
      reader.setInput(input, true, true);
      Raster raster = reader.readRaster(0, null);
      complaints.check();
      if (input.isDamaged()) {
        throw new DamagedStreamException(
            "a JPEG 2000 stream must hold what its headers announce, found bytes missing");
      }
      return raster;
    } catch (DamagedStreamException e) {
      throw e;
    } catch (VirtualMachineError e) {
      throw e;
    } catch (IOException | RuntimeException | Error e) {
      // The library answers damaged data with almost any exception, Error itself among them.
      throw new DamagedStreamException(
          "a JPEG 2000 stream must decode without fault, found " + e.getMessage(), e);
    } finally {
      reader.dispose();
      FacilityManager.unregisterMsgLogger(Thread.currentThread());
    }
  }

  private static short[] samples(Raster raster, ExpectedImage image, int mask) {
    short[] samples = new short[image.samples()];
    int[] line = new int[image.columns()];
    for (int row = 0; row < image.rows(); row++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + row, line.length, 1, 0, line);
      int start = row * line.length;
      for (int i = 0; i < line.length; i++) {
        samples[start + i] = (short) (line[i] & mask);
      }
    }
    return samples;
  }
}
