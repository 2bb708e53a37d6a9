package org.strnet.radiograph.jpeg;

import org.strnet.radiograph.stream.ByteReader;
import org.strnet.radiograph.stream.DamagedStreamException;
import org.strnet.radiograph.stream.ExpectedImage;

/** Decodes a JPEG stream of one component and one scan. */
public final class JpegDecoder {

  private JpegDecoder() {}

  /**
   * The samples, row by row, each 0 to 2^precision - 1.
   *
   * @param stream from SOI on; what follows the scan is not read
   * @param image what the stream must hold
   * @param process what the transfer syntax allows
   * @throws DamagedStreamException for a stream that is damaged, contradicts the image or the
   *     process, or is coded in a way that is not supported
   */
  public static short[] decode(byte[] stream, ExpectedImage image, JpegProcess process) {
    JpegHeader header = JpegHeader.read(new ByteReader(stream), image);
    if (header.frame().process() != process) {
      throw new DamagedStreamException(
          "the stream must be coded as its transfer syntax says, %s, found %s"
              .formatted(process.words(), header.frame().process().words()));
    }
    EntropyData data = new EntropyData(stream, header.dataStart());
    return switch (process) {
      case LOSSLESS -> new LosslessScan(header, data).decode();
      case SEQUENTIAL_DCT -> new SequentialScan(header, data).decode();
    };
  }
}
