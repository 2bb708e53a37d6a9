package org.strnet.dicom.codec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.strnet.dicom.codec.SyntheticFrame.Content;

/**
 * Small objects that others encoded from synthetic frames, kept under the test resources. Written
 * again, where DCMTK 3.6.7 and gdcmconv 3.0.21 are, by running {@link #main} from the module's
 * folder with that folder as argument: {@code src/test/resources/org/strnet/dicom/codec/golden}.
 */
enum Golden {
  // Content, bits, sign; encoder and its options.
  RLE_8(Content.FLAT, 8, false, "dcmcrle"),
  RLE_16(Content.FILM, 16, false, "dcmcrle"),
  JPEG_BASELINE_8(Content.FILM, 8, false, "dcmcjpeg", "+eb", "+q", "85"),
  JPEG_EXTENDED_12(Content.FLAT, 12, false, "dcmcjpeg", "+ee", "+q", "85"),
  JPEG_LOSSLESS_8_SV1(Content.FILM, 8, false, "dcmcjpeg", "+e1"),
  JPEG_LOSSLESS_12_SV1(Content.FILM, 12, false, "dcmcjpeg", "+e1"),
  JPEG_LOSSLESS_16_SV1(Content.NOISE, 16, false, "dcmcjpeg", "+e1"),
  JPEG_LOSSLESS_12_SV2(Content.FLAT, 12, false, "dcmcjpeg", "+el", "+sv", "2"),
  JPEG_LOSSLESS_12_SV3(Content.FILM, 12, true, "dcmcjpeg", "+el", "+sv", "3"),
  JPEG_LOSSLESS_12_SV4(Content.FILM, 12, false, "dcmcjpeg", "+el", "+sv", "4"),
  JPEG_LOSSLESS_12_SV5(Content.FLAT, 12, false, "dcmcjpeg", "+el", "+sv", "5"),
  JPEG_LOSSLESS_12_SV6(Content.FILM, 12, false, "dcmcjpeg", "+el", "+sv", "6"),
  JPEG_LOSSLESS_12_SV7(Content.FILM, 12, false, "dcmcjpeg", "+el", "+sv", "7"),
  JPEG_LS_8(Content.FLAT, 8, false, "dcmcjpls", "+el"),
  JPEG_LS_12(Content.FILM, 12, false, "dcmcjpls", "+el"),
  JPEG_LS_12_SIGNED(Content.FLAT, 12, true, "dcmcjpls", "+el"),
  JPEG_LS_16(Content.EXTREMES, 16, false, "dcmcjpls", "+el"),
  JPEG_LS_12_THRESHOLDS(
      Content.FILM,
      12,
      false,
      "dcmcjpls",
      "+pc",
      "+t1",
      "5",
      "+t2",
      "11",
      "+t3",
      "30",
      "+rs",
      "31"),
  JPEG_LS_12_NEAR(Content.FLAT, 12, false, "dcmcjpls", "+en", "+md", "3"),
  JPEG_2000_8(Content.FILM, 8, false, "gdcmconv", "--j2k"),
  JPEG_2000_12(Content.FILM, 12, false, "gdcmconv", "--j2k"),
  JPEG_2000_16_SIGNED(Content.FLAT, 16, true, "gdcmconv", "--j2k"),
  JPEG_2000_12_TILED(Content.FLAT, 12, false, "gdcmconv", "--j2k", "-t", "16,16");

  static final int ROWS = 29;
  static final int COLUMNS = 37;

  private static final Path FOLDER = Path.of("src/test/resources/org/strnet/dicom/codec/golden");

  private final Content content;
  private final int bits;
  private final boolean signed;
  private final String command;

  Golden(Content content, int bits, boolean signed, String... encoder) {
    this.content = content;
    this.bits = bits;
    this.signed = signed;
    command = String.join(" ", encoder);
  }

  /** The frame that was encoded. */
  SyntheticFrame source() {
    int allocated = bits <= 8 ? 8 : 16;
    FrameGeometry geometry = new FrameGeometry(ROWS, COLUMNS, allocated, bits, bits - 1, signed);
    return SyntheticFrame.draw(content, geometry, name().hashCode());
  }

  /** The encoded object. */
  DicomFrame read() throws Exception {
    return DicomFrame.read(FOLDER.resolve(name() + ".dcm"));
  }

  /** The cells that the encoder's own decoder gives. */
  short[] decoded() throws Exception {
    return DicomFrame.read(FOLDER.resolve(name() + ".decoded.dcm")).decode();
  }

  private void write(Path folder) throws Exception {
    Path plain = Files.createTempFile("golden", ".dcm");
    Path encoded = folder.resolve(name() + ".dcm");
    source().write(plain, 1);
    Peer.convert(List.of(command.split(" ", -1)), plain, encoded);
    if (DicomFrame.read(encoded).syntax().isLossy()) {
      Path decoded = folder.resolve(name() + ".decoded.dcm");
      Peer.convert(decoder(), encoded, decoded);
    }
    Files.delete(plain);
  }

  private List<String> decoder() {
    return List.of(command.startsWith("dcmcjpeg") ? "dcmdjpeg" : "dcmdjpls");
  }

  /**
   * @param arguments the folder
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    for (Golden golden : values()) {
      golden.write(folder);
    }
  }
}
