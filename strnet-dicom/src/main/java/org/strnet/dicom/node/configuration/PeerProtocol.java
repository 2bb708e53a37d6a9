package org.strnet.dicom.node.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a peer is spoken to. */
public enum PeerProtocol {
  /** C-STORE, C-FIND and C-MOVE (PS3.4). */
  @JsonProperty("dimse")
  DIMSE,
  /** STOW-RS, QIDO-RS and WADO-RS (PS3.18). */
  @JsonProperty("dicomweb")
  DICOMWEB
}
