package org.strnet.dicom.send;

/** A sender that holds connections. Safe for several threads; objects are sent one by one. */
public interface PeerSender extends ResultSender, AutoCloseable {

  /** Ends its connections; an object sent later opens new ones. */
  @Override
  void close();
}
