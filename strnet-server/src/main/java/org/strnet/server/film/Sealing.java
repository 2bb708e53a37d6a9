package org.strnet.server.film;

/** How the vault's files are kept. */
public interface Sealing {

  /** As they came. */
  Sealing NONE =
      new Sealing() {
        @Override
        public byte[] seal(byte[] bytes, String name) {
          return bytes;
        }

        @Override
        public byte[] open(byte[] bytes, String name) {
          return bytes;
        }
      };

  /** What is written to disk for a file's bytes. */
  byte[] seal(byte[] bytes, String name);

  /**
   * The file's bytes from what was written to disk.
   *
   * @throws IllegalStateException when it is not what was written under this name
   */
  byte[] open(byte[] bytes, String name);
}
