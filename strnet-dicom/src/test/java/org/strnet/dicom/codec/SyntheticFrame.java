package org.strnet.dicom.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Random;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;

/**
 * Cells drawn from a seed, and the uncompressed object that peers encode.
 *
 * @param geometry of the cells
 * @param cells raw cells in row order
 */
record SyntheticFrame(FrameGeometry geometry, short[] cells) {

  /** What the cells look like. */
  enum Content {
    /** Every value as likely as another. */
    NOISE,
    /** Soft shadows with grain, as on a film. */
    FILM,
    /** Flat areas with sharp borders and specks. */
    FLAT,
    /** Least and largest value in turn. */
    EXTREMES
  }

  /** Draws a frame with all allocated bits above the stored ones 0. */
  static SyntheticFrame draw(Content content, int rows, int columns, int bits, long seed) {
    return draw(
        content, new FrameGeometry(rows, columns, bits <= 8 ? 8 : 16, bits, bits - 1, false), seed);
  }

  /** Draws a frame; signed cells are not sign-extended beyond the stored bits. */
  static SyntheticFrame draw(Content content, FrameGeometry geometry, long seed) {
    Random random = new Random(seed);
    int largest = (1 << geometry.bitsStored()) - 1;
    short[] cells = new short[geometry.cells()];
    for (int row = 0; row < geometry.rows(); row++) {
      for (int column = 0; column < geometry.columns(); column++) {
        cells[row * geometry.columns() + column] =
            (short) value(content, row, column, largest, random);
      }
    }
    return new SyntheticFrame(geometry, cells);
  }

  private static int value(Content content, int row, int column, int largest, Random random) {
    return switch (content) {
      case NOISE -> random.nextInt(largest + 1);
      case FILM -> {
        double shadow = 0.5 + 0.4 * Math.sin(row / 170.0) * Math.cos(column / 110.0);
        double grain = random.nextGaussian() * 0.002;
        yield (int) Math.max(0, Math.min(largest, (shadow + grain) * largest));
      }
      case FLAT -> {
        boolean speck = random.nextInt(200) == 0;
        int area = (row / 13 + column / 29) % 3;
        yield speck ? random.nextInt(largest + 1) : largest * area / 3;
      }
      case EXTREMES -> random.nextInt(5) == 0 ? largest : 0;
    };
  }

  /** The cells as 8 or 16 bits each, in an order of bytes. */
  byte[] bytes(ByteOrder order) {
    ByteBuffer bytes = ByteBuffer.allocate((int) geometry.nativeBytes()).order(order);
    for (short cell : cells) {
      if (geometry.bitsAllocated() == 8) {
        bytes.put((byte) cell);
      } else {
        bytes.putShort(cell);
      }
    }
    return bytes.array();
  }

  /** Writes the frame, several times over where asked, as an uncompressed Secondary Capture. */
  void write(Path file, int copies) throws IOException {
    byte[] one = bytes(ByteOrder.LITTLE_ENDIAN);
    byte[] all = new byte[one.length * copies + (one.length * copies & 1)];
    for (int i = 0; i < copies; i++) {
      System.arraycopy(one, 0, all, i * one.length, one.length);
    }
    Attributes object = new Attributes();
    object.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.7");
    object.setString(Tag.SOPInstanceUID, VR.UI, "2.25.4711");
    object.setString(Tag.StudyInstanceUID, VR.UI, "2.25.4712");
    object.setString(Tag.SeriesInstanceUID, VR.UI, "2.25.4713");
    object.setString(Tag.Modality, VR.CS, "OT");
    object.setInt(Tag.SamplesPerPixel, VR.US, 1);
    object.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
    object.setInt(Tag.NumberOfFrames, VR.IS, copies);
    object.setInt(Tag.Rows, VR.US, geometry.rows());
    object.setInt(Tag.Columns, VR.US, geometry.columns());
    object.setInt(Tag.BitsAllocated, VR.US, geometry.bitsAllocated());
    object.setInt(Tag.BitsStored, VR.US, geometry.bitsStored());
    object.setInt(Tag.HighBit, VR.US, geometry.highBit());
    object.setInt(Tag.PixelRepresentation, VR.US, geometry.signed() ? 1 : 0);
    object.setBytes(Tag.PixelData, geometry.bitsAllocated() == 8 ? VR.OB : VR.OW, all);
    try (ImageOutputStream out = new ImageOutputStream(file.toFile())) {
      out.writeDataset(
          object.createFileMetaInformation(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid()), object);
    }
  }
}
