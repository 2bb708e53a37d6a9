package org.strnet.dicom.codec.jpegls;

import org.strnet.radiograph.stream.ByteReader;
import org.strnet.radiograph.stream.DamagedStreamException;
import org.strnet.radiograph.stream.ExpectedImage;

/** Decodes a JPEG-LS stream of one component and one scan. */
public final class JpegLsDecoder {

  private JpegLsDecoder() {}

  /**
   * The samples, row by row, each 0 to MAXVAL.
   *
   * @param stream from SOI on; what follows the scan is not read
   * @param image what the stream must hold
   * @param nearLossless whether the transfer syntax allows samples to differ from the encoded ones
   * @throws DamagedStreamException for a stream that is damaged, contradicts the image or the
   *     transfer syntax, or is coded in a way that is not supported
   */
  public static short[] decode(byte[] stream, ExpectedImage image, boolean nearLossless) {
    JpegLsHeader header = JpegLsHeader.read(new ByteReader(stream), image);
    CodingParameters parameters = header.parameters();
    if (parameters.near() != 0 && !nearLossless) {
      throw new DamagedStreamException(
          "NEAR must be 0 where the transfer syntax is lossless, found " + parameters.near());
    }
    BitSource bits = new BitSource(Unstuffing.bits(stream, header.dataStart()));
    return new ScanDecoder(parameters, bits, image.rows(), image.columns()).decode();
  }
}
