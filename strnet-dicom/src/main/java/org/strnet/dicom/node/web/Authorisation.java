package org.strnet.dicom.node.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What a client must show: a bearer token (RFC 6750) or user and password (RFC 7617), if any. */
final class Authorisation {

  private final List<byte[]> accepted = new ArrayList<>();

  Authorisation(Optional<String> bearerToken, Optional<String> basic) {
    bearerToken.ifPresent(token -> accepted.add(bytes("Bearer " + token)));
    basic.ifPresent(
        pair -> accepted.add(bytes("Basic " + Base64.getEncoder().encodeToString(bytes(pair)))));
  }

  /** Whether the header of a request is enough; compared in constant time. */
  boolean allows(Optional<String> header) {
    if (accepted.isEmpty()) {
      return true;
    }
    byte[] shown = bytes(header.orElse(""));
    boolean allowed = false;
    for (byte[] one : accepted) {
      allowed |= MessageDigest.isEqual(one, shown);
    }
    return allowed;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
