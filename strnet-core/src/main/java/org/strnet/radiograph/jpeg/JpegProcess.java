package org.strnet.radiograph.jpeg;

/** Kinds of coding that a transfer syntax allows. */
public enum JpegProcess {
  /** Sequential DCT, Huffman coded: processes 1, 2 and 4. */
  SEQUENTIAL_DCT("sequential DCT"),
  /** Lossless, Huffman coded: process 14. */
  LOSSLESS("lossless");

  private final String words;

  JpegProcess(String words) {
    this.words = words;
  }

  /** Name in messages. */
  String words() {
    return words;
  }
}
