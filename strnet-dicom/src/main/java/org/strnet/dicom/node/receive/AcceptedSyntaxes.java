package org.strnet.dicom.node.receive;

import java.util.List;

/** Transfer syntaxes that the film reader decodes (PS3.6, table A-1), best first. */
public final class AcceptedSyntaxes {

  private static final List<String> ALL =
      List.of(
          "1.2.840.10008.1.2.1", // explicit VR little endian
          "1.2.840.10008.1.2", // implicit VR little endian
          "1.2.840.10008.1.2.2", // explicit VR big endian
          "1.2.840.10008.1.2.1.99", // deflated explicit VR little endian
          "1.2.840.10008.1.2.5", // RLE
          "1.2.840.10008.1.2.4.70", // JPEG lossless, first-order prediction
          "1.2.840.10008.1.2.4.57", // JPEG lossless
          "1.2.840.10008.1.2.4.80", // JPEG-LS lossless
          "1.2.840.10008.1.2.4.90", // JPEG 2000 lossless
          "1.2.840.10008.1.2.4.51", // JPEG extended, 12 bit
          "1.2.840.10008.1.2.4.50", // JPEG baseline
          "1.2.840.10008.1.2.4.81", // JPEG-LS near-lossless
          "1.2.840.10008.1.2.4.91"); // JPEG 2000

  private AcceptedSyntaxes() {}

  /** The UIDs. */
  public static List<String> uids() {
    return ALL;
  }
}
