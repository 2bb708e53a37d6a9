package org.strnet.dicom.send;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Where things lie in a file after PS3.10, 7.1. */
final class StoredFile {

  private static final int LENGTH_AT = 140;
  private static final int GROUP_FROM = 144;

  private StoredFile() {}

  /** The first byte behind the meta information: its group length is the first element of all. */
  static int datasetStart(byte[] file) {
    int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(LENGTH_AT);
    if (length < 0 || length > file.length - GROUP_FROM) {
      throw new IllegalArgumentException(
          "meta information lies within the file, found a length of " + length);
    }
    return GROUP_FROM + length;
  }
}
