package org.strnet.dicom.sealing;

import java.io.IOException;
import java.io.OutputStream;

/** How files are kept. May be used by several threads at once. */
public interface Sealing {

  /** As they came. */
  Sealing NONE =
      new Sealing() {
        @Override
        public byte[] seal(byte[] bytes, String name) {
          return bytes;
        }

        @Override
        public OutputStream sealing(OutputStream out, String name) {
          return out;
        }

        @Override
        public byte[] open(byte[] bytes, String name) {
          return bytes;
        }
      };

  /** What is written to disk for a file's bytes. */
  byte[] seal(byte[] bytes, String name);

  /**
   * As {@link #seal}, of bytes that come one after the other. The file is whole when the stream was
   * closed, which closes {@code out}.
   */
  OutputStream sealing(OutputStream out, String name) throws IOException;

  /**
   * The file's bytes from what was written to disk.
   *
   * @throws BrokenSealException when it is not what was written under this name
   */
  byte[] open(byte[] bytes, String name);
}
