package org.strnet.spark.identity;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.strnet.dicom.deidentification.Pseudonyms;

/** Names of films, patients and objects in the results. */
public final class FilmIdentities implements Serializable {

  private static final long serialVersionUID = 1;

  /** How identifiers stand in the results. */
  public enum Form {
    /**
     * Pseudonyms: equal for equal identifiers within one folder of results, of no use elsewhere.
     */
    HASHED,
    /** As they are. */
    PLAIN
  }

  private final byte[] key;
  private final Form form;
  private transient @Nullable Pseudonyms pseudonyms;

  /**
   * @param key the secret of the folder of results, at least {@value Pseudonyms#LEAST_KEY} bytes
   * @param form how identifiers stand in the results
   */
  public FilmIdentities(byte[] key, Form form) {
    this.pseudonyms = new Pseudonyms(key);
    this.key = key.clone();
    this.form = Objects.requireNonNull(form);
  }

  /** What the ledger knows a film by: 32 hexadecimal digits, evenly spread. */
  public String key(String path, long bytes, long modified) {
    return pseudonyms().film(path + '\n' + bytes + '\n' + modified);
  }

  /** A film's place. */
  public String film(String path) {
    return form == Form.PLAIN ? path : pseudonyms().film(path);
  }

  /** A patient. */
  public String patient(String identifier) {
    return form == Form.PLAIN ? identifier : pseudonyms().patient(identifier);
  }

  /** A UID. */
  public String uid(String uid) {
    return form == Form.PLAIN ? uid : pseudonyms().uid(uid);
  }

  private Pseudonyms pseudonyms() {
    Pseudonyms ready = pseudonyms;
    if (ready == null) {
      ready = new Pseudonyms(key);
      pseudonyms = ready;
    }
    return ready;
  }
}
