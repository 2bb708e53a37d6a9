package org.strnet.audit.film;

import org.strnet.provenance.Sha256;

/**
 * What an audit keeps of one film.
 *
 * @param fileHash SHA-256 of the file's bytes
 * @param pixelHash SHA-256 of size, depth and samples as decoded
 * @param traces of how it was taken and stored
 * @param picture the film, reduced
 */
public record FilmEvidence(
    String fileHash, String pixelHash, FilmTraces traces, GreyPicture picture) {

  /** Checks the hashes. */
  public FilmEvidence {
    if (!Sha256.isHash(fileHash) || !Sha256.isHash(pixelHash)) {
      throw new IllegalArgumentException("needs two hashes, found " + fileHash + ", " + pixelHash);
    }
  }
}
