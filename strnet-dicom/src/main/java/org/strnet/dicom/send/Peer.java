package org.strnet.dicom.send;

/** How a destination is reached: by DIMSE or over the web. */
public sealed interface Peer permits StorePeer, WebPeer {

  /** A sender for it; nothing is sent before the first object. */
  ResultSender open();
}
