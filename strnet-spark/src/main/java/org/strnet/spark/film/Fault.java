package org.strnet.spark.film;

import java.util.Locale;

/** Why a film failed, as a coded reason. */
public enum Fault {
  /** The storage did not give the file. */
  UNREADABLE,
  /** A folder was not listed: what it holds is not known. */
  CLOSED_FOLDER,
  /** The program is at fault. */
  PROGRAM_FAULT,
  /** The film alone needs more memory than an executor has. */
  OUT_OF_MEMORY,
  /** The film ended the executor's process, alone and more than once. */
  PROCESS_KILLED;

  /** As written in the results. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
