package org.strnet.dicom.send;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What is sent as Authorization. It shows in no text. */
public final class Authorisation {

  private final String header;

  private Authorisation(String header) {
    this.header = header;
  }

  /** Name and password (RFC 7617). */
  public static Authorisation basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Authorisation("Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** A token (RFC 6750). */
  public static Authorisation bearer(String token) {
    return new Authorisation("Bearer " + token);
  }

  String header() {
    return header;
  }

  @Override
  public String toString() {
    return header.substring(0, header.indexOf(' ')) + " ***";
  }
}
