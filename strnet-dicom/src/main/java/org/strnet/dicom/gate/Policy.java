package org.strnet.dicom.gate;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a site does with a doubtful film. */
public enum Policy {
  /** It is not assessed, and the reason is its result. */
  @JsonProperty("refuse")
  REFUSE,
  /** It is assessed. */
  @JsonProperty("accept")
  ACCEPT
}
