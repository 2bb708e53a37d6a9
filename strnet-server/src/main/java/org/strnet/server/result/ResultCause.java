package org.strnet.server.result;

/** Why a result was made. The names are stored. */
public enum ResultCause {
  /** The film arrived. */
  ARRIVAL,
  /** Somebody changed a clinical variable. */
  CLINICAL_CHANGE,
  /** Another bundle or operating point. */
  NEW_MODEL
}
