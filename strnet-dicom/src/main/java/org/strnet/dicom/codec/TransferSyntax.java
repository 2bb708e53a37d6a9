package org.strnet.dicom.codec;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Transfer syntaxes that are decoded (PS3.6, table A-1). */
public enum TransferSyntax {
  /** Implicit VR Little Endian. */
  IMPLICIT_VR_LITTLE_ENDIAN("1.2.840.10008.1.2", Kind.NATIVE),
  /** Explicit VR Little Endian. */
  EXPLICIT_VR_LITTLE_ENDIAN("1.2.840.10008.1.2.1", Kind.NATIVE),
  /** Explicit VR Big Endian, retired. */
  EXPLICIT_VR_BIG_ENDIAN("1.2.840.10008.1.2.2", Kind.NATIVE),
  /** Deflated Explicit VR Little Endian; inflated before a frame is decoded. */
  DEFLATED("1.2.840.10008.1.2.1.99", Kind.NATIVE),
  /** RLE Lossless (PS3.5, Annex G). */
  RLE("1.2.840.10008.1.2.5", Kind.LOSSLESS),
  /** JPEG Baseline, process 1: 8 bits. */
  JPEG_BASELINE("1.2.840.10008.1.2.4.50", Kind.LOSSY),
  /** JPEG Extended, processes 2 and 4: 8 and 12 bits. */
  JPEG_EXTENDED("1.2.840.10008.1.2.4.51", Kind.LOSSY),
  /** JPEG Lossless, process 14, any predictor. */
  JPEG_LOSSLESS("1.2.840.10008.1.2.4.57", Kind.LOSSLESS),
  /** JPEG Lossless, process 14, predictor 1. */
  JPEG_LOSSLESS_SV1("1.2.840.10008.1.2.4.70", Kind.LOSSLESS),
  /** JPEG-LS, lossless. */
  JPEG_LS_LOSSLESS("1.2.840.10008.1.2.4.80", Kind.LOSSLESS),
  /** JPEG-LS, lossless or near-lossless. */
  JPEG_LS_NEAR_LOSSLESS("1.2.840.10008.1.2.4.81", Kind.LOSSY),
  /** JPEG 2000, reversible. */
  JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.90", Kind.LOSSLESS),
  /** JPEG 2000, reversible or irreversible. */
  JPEG_2000("1.2.840.10008.1.2.4.91", Kind.LOSSY);

  private static final Map<String, TransferSyntax> BY_UID =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(TransferSyntax::uid, Function.identity()));

  private enum Kind {
    NATIVE,
    LOSSLESS,
    LOSSY
  }

  private final String uid;
  private final Kind kind;

  TransferSyntax(String uid, Kind kind) {
    this.uid = uid;
    this.kind = kind;
  }

  /** The syntax of a UID; empty where it is not decoded. */
  public static Optional<TransferSyntax> of(String uid) {
    return Optional.ofNullable(BY_UID.get(uid));
  }

  /** The UID. */
  public String uid() {
    return uid;
  }

  /** Whether pixel data are fragments of a compressed stream. */
  public boolean isEncapsulated() {
    return kind != Kind.NATIVE;
  }

  /** Whether decoded pixels may differ from those that were encoded. */
  public boolean isLossy() {
    return kind == Kind.LOSSY;
  }
}
