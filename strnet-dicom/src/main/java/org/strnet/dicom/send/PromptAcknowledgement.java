package org.strnet.dicom.send;

import java.io.IOException;
import java.net.Socket;
import jdk.net.ExtendedSocketOptions;

/**
 * Peers that gather small writes (DCMTK's do, and what is built on it) wait for the acknowledgement
 * of the first part of a message before they send the next, and the kernel delays it by 40 ms.
 */
public final class PromptAcknowledgement {

  private PromptAcknowledgement() {}

  /** What has arrived, and what arrives before the next write, is acknowledged at once. */
  public static void of(Socket socket) throws IOException {
    if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
      socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
    }
  }
}
