package org.strnet.dicom.grayscale;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;

/**
 * A small film that holds every value its bits can hold (of 16 bits every sixteenth), with one way
 * to show it.
 *
 * @param bits bits stored, 8, 10, 12 or 16
 * @param highBit the highest of them
 * @param signed whether values are two's complement
 * @param photometric MONOCHROME1 or MONOCHROME2
 * @param modality what stands between stored values and the window
 * @param voi the window
 */
record GrayscaleVector(
    int bits, int highBit, boolean signed, String photometric, Modality modality, Voi voi) {

  static final int SIDE = 64;

  enum Modality {
    NONE,
    RESCALE,
    LUT
  }

  enum Voi {
    NONE,
    LINEAR,
    SIGMOID,
    LUT
  }

  /** Every combination that a device may write. */
  static List<GrayscaleVector> all() {
    List<GrayscaleVector> vectors = new ArrayList<>();
    for (int bits : new int[] {8, 10, 12, 16}) {
      for (boolean signed : new boolean[] {false, true}) {
        for (String photometric : List.of("MONOCHROME1", "MONOCHROME2")) {
          for (Modality modality : Modality.values()) {
            for (Voi voi : Voi.values()) {
              vectors.add(new GrayscaleVector(bits, bits - 1, signed, photometric, modality, voi));
            }
          }
        }
      }
    }
    // Ten bits in the upper part of the cell.
    vectors.add(new GrayscaleVector(10, 15, false, "MONOCHROME2", Modality.NONE, Voi.LINEAR));
    vectors.add(new GrayscaleVector(12, 13, true, "MONOCHROME1", Modality.RESCALE, Voi.LINEAR));
    return vectors;
  }

  String name() {
    return "%d-bit high-%d %s %s modality-%s voi-%s"
        .formatted(bits, highBit, signed ? "signed" : "unsigned", photometric, modality, voi);
  }

  private int count() {
    return 1 << bits;
  }

  Attributes dataset() {
    Attributes film = new Attributes();
    film.setString(Tag.SOPClassUID, VR.UI, UID.ComputedRadiographyImageStorage);
    film.setString(Tag.SOPInstanceUID, VR.UI, "2.25.1");
    film.setString(Tag.PhotometricInterpretation, VR.CS, photometric);
    film.setInt(Tag.SamplesPerPixel, VR.US, 1);
    film.setInt(Tag.Rows, VR.US, SIDE);
    film.setInt(Tag.Columns, VR.US, SIDE);
    film.setInt(Tag.BitsAllocated, VR.US, bits == 8 ? 8 : 16);
    film.setInt(Tag.BitsStored, VR.US, bits);
    film.setInt(Tag.HighBit, VR.US, highBit);
    film.setInt(Tag.PixelRepresentation, VR.US, signed ? 1 : 0);
    modality(film);
    voi(film);
    pixels(film);
    return film;
  }

  private void modality(Attributes film) {
    switch (modality) {
      case NONE -> {}
      case RESCALE -> {
        film.setString(Tag.RescaleSlope, VR.DS, "2");
        film.setString(Tag.RescaleIntercept, VR.DS, "-100");
      }
      case LUT -> {
        int[] entries = new int[count() / 2];
        for (int i = 0; i < entries.length; i++) {
          entries[i] = (int) Math.sqrt(65535.0 * 65535.0 * i / entries.length) >> 4;
        }
        lut(film, Tag.ModalityLUTSequence, signed ? -count() / 4 : count() / 4, entries, 12);
      }
    }
  }

  private void voi(Attributes film) {
    double[] range = range();
    double center = Math.rint(range[0] + 0.55 * (range[1] - range[0]));
    double width = Math.rint(0.5 * (range[1] - range[0]));
    switch (voi) {
      case NONE -> {}
      case LINEAR, SIGMOID -> {
        film.setString(Tag.WindowCenter, VR.DS, String.valueOf((int) center));
        film.setString(Tag.WindowWidth, VR.DS, String.valueOf((int) width));
        film.setString(Tag.VOILUTFunction, VR.CS, voi.name());
      }
      case LUT -> {
        int[] entries = new int[(int) Math.min(width, 60000)];
        for (int i = 0; i < entries.length; i++) {
          double x = i / (double) entries.length;
          entries[i] = (int) (1023 * x * x);
        }
        lut(film, Tag.VOILUTSequence, (int) (center - width / 2), entries, 10);
      }
    }
  }

  /** Smallest and largest value before the window. */
  private double[] range() {
    double low = signed ? -count() / 2.0 : 0;
    double high = low + count() - 1;
    return switch (modality) {
      case NONE -> new double[] {low, high};
      case RESCALE -> new double[] {2 * low - 100, 2 * high - 100};
      case LUT -> new double[] {0, 4095};
    };
  }

  private void lut(Attributes film, int tag, int first, int[] entries, int depth) {
    Attributes item = new Attributes();
    film.newSequence(tag, 1).add(item);
    VR vr = first < 0 ? VR.SS : VR.US;
    int length = (short) entries.length;
    item.setInt(Tag.LUTDescriptor, vr, vr == VR.US ? entries.length : length, first, depth);
    if (tag == Tag.ModalityLUTSequence) {
      item.setString(Tag.ModalityLUTType, VR.LO, "US");
    }
    ByteBuffer data = ByteBuffer.allocate(2 * entries.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int entry : entries) {
      data.putShort((short) entry);
    }
    item.setBytes(Tag.LUTData, VR.OW, data.array());
  }

  private void pixels(Attributes film) {
    int cell = bits == 8 ? 1 : 2;
    ByteBuffer data = ByteBuffer.allocate(cell * SIDE * SIDE).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < SIDE * SIDE; i++) {
      int value = (int) ((long) i * count() / (SIDE * SIDE)) << (highBit + 1 - bits);
      if (cell == 1) {
        data.put((byte) value);
      } else {
        data.putShort((short) value);
      }
    }
    film.setBytes(Tag.PixelData, cell == 1 ? VR.OB : VR.OW, data.array());
  }

  byte[] file() {
    Attributes film = dataset();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new ImageOutputStream(bytes, UID.ExplicitVRLittleEndian)) {
      out.writeDataset(film.createFileMetaInformation(UID.ExplicitVRLittleEndian), film);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
