package org.strnet.dicom.node.scan;

import java.util.Objects;

/**
 * Which object a file holds.
 *
 * @param sopClassUid SOP Class UID (0008,0016)
 * @param sopInstanceUid SOP Instance UID (0008,0018)
 * @param studyInstanceUid Study Instance UID (0020,000D); empty where the object has none
 * @param metaSopClassUid Media Storage SOP Class UID (0002,0002); empty where the file has none
 * @param metaSopInstanceUid Media Storage SOP Instance UID (0002,0003); empty where it has none
 * @param transferSyntaxUid Transfer Syntax UID (0002,0010)
 * @param pixelHash SHA-256 in hexadecimal over the value of Pixel Data (7FE0,0010) as it was
 *     encoded: for encapsulated pixels over the bytes of the fragments, without item headers and
 *     without the offset table. An object without pixels has the hash of nothing
 */
public record ScannedObject(
    String sopClassUid,
    String sopInstanceUid,
    String studyInstanceUid,
    String metaSopClassUid,
    String metaSopInstanceUid,
    String transferSyntaxUid,
    String pixelHash) {

  /** Checks that all are there. */
  public ScannedObject {
    Objects.requireNonNull(sopClassUid);
    Objects.requireNonNull(sopInstanceUid);
    Objects.requireNonNull(studyInstanceUid);
    Objects.requireNonNull(metaSopClassUid);
    Objects.requireNonNull(metaSopInstanceUid);
    Objects.requireNonNull(transferSyntaxUid);
    Objects.requireNonNull(pixelHash);
  }

  /** Whether the file meta information speaks of the object in the data set. */
  public boolean metaAgrees() {
    return agrees(metaSopClassUid, sopClassUid) && agrees(metaSopInstanceUid, sopInstanceUid);
  }

  private static boolean agrees(String meta, String dataset) {
    return meta.isEmpty() || meta.equals(dataset);
  }
}
