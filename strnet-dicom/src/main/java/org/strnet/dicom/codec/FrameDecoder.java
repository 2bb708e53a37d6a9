package org.strnet.dicom.codec;

import java.nio.ByteOrder;
import org.strnet.dicom.codec.jpeg2000.Jpeg2000Decoder;
import org.strnet.dicom.codec.jpegls.JpegLsDecoder;
import org.strnet.radiograph.jpeg.JpegDecoder;
import org.strnet.radiograph.jpeg.JpegProcess;
import org.strnet.radiograph.stream.DamagedStreamException;
import org.strnet.radiograph.stream.ExpectedImage;

/** From one frame of a transfer syntax to its stored cells. Safe for many threads at once. */
public final class FrameDecoder {

  private FrameDecoder() {}

  /**
   * The cells of a frame, row by row, each as it would stand in an uncompressed little-endian
   * object: 8-bit cells without sign extension, 16-bit cells as they are. Shift by the high bit,
   * mask and sign extension are the caller's.
   *
   * <p>A lossy stream may overshoot the bits stored; unsigned cells are then held at the largest
   * stored value, because the mask would turn the brightest into the darkest. Predictor 1 is not
   * asked of {@link TransferSyntax#JPEG_LOSSLESS_SV1}: the stream says its own.
   *
   * @param syntax of the object
   * @param frame the frame's bytes as in the object, big-endian words included; fragments of an
   *     encapsulated frame joined; a deflated data set inflated before. Bytes behind the frame are
   *     padding
   * @param geometry by the object's attributes
   * @throws DamagedFrameException for a frame that is damaged, contradicts its geometry or uses
   *     what is not supported
   */
  public static short[] decode(TransferSyntax syntax, byte[] frame, FrameGeometry geometry) {
    try {
      short[] cells = stored(syntax, frame, geometry);
      if (syntax.isLossy() && !geometry.signed()) {
        holdWithinStoredBits(cells, geometry);
      }
      return cells;
    } catch (DamagedStreamException e) {
      throw new DamagedFrameException(syntax, String.valueOf(e.getMessage()), e);
    }
  }

  private static short[] stored(TransferSyntax syntax, byte[] frame, FrameGeometry geometry) {
    ExpectedImage image =
        new ExpectedImage(geometry.rows(), geometry.columns(), geometry.bitsAllocated());
    return switch (syntax) {
      case IMPLICIT_VR_LITTLE_ENDIAN, EXPLICIT_VR_LITTLE_ENDIAN, DEFLATED ->
          NativeFrame.decode(frame, geometry, ByteOrder.LITTLE_ENDIAN);
      case EXPLICIT_VR_BIG_ENDIAN -> NativeFrame.decode(frame, geometry, ByteOrder.BIG_ENDIAN);
      case RLE -> RunLengthFrame.decode(frame, geometry);
      case JPEG_BASELINE, JPEG_EXTENDED ->
          JpegDecoder.decode(frame, image, JpegProcess.SEQUENTIAL_DCT);
      case JPEG_LOSSLESS, JPEG_LOSSLESS_SV1 ->
          JpegDecoder.decode(frame, image, JpegProcess.LOSSLESS);
      case JPEG_LS_LOSSLESS -> JpegLsDecoder.decode(frame, image, false);
      case JPEG_LS_NEAR_LOSSLESS -> JpegLsDecoder.decode(frame, image, true);
      case JPEG_2000_LOSSLESS, JPEG_2000 -> Jpeg2000Decoder.decode(frame, image);
    };
  }

  private static void holdWithinStoredBits(short[] cells, FrameGeometry geometry) {
    int largest = (1 << (geometry.highBit() + 1)) - 1;
    for (int i = 0; i < cells.length; i++) {
      cells[i] = (short) Math.min(largest, cells[i] & 0xffff);
    }
  }
}
