package org.strnet.dicom.node.configuration;

import java.util.Objects;
import java.util.Optional;

/**
 * The small web server: STOW-RS, health and metrics.
 *
 * @param enabled whether it listens
 * @param address to listen on
 * @param port to listen on; 0 for any
 * @param stow whether objects may be stored
 * @param bearerTokenFile file with the token that a client must show; empty for none
 * @param basicFile file with {@code user:password} that a client must show; empty for none
 * @param threads at once
 * @param requestMebibytes most bytes of one request, in 2^20
 * @param idleSeconds longest time that a request or its answer may take
 * @param tls TLS
 */
public record WebConfiguration(
    boolean enabled,
    String address,
    int port,
    boolean stow,
    String bearerTokenFile,
    String basicFile,
    int threads,
    int requestMebibytes,
    int idleSeconds,
    TlsConfiguration tls) {

  /** Checks the ranges. */
  public WebConfiguration {
    Objects.requireNonNull(bearerTokenFile);
    Objects.requireNonNull(basicFile);
    Objects.requireNonNull(tls);
    Checks.name("web.address", address, 255);
    Checks.range("web.port", port, 0, 65535);
    Checks.range("web.threads", threads, 1, 256);
    Checks.range("web.requestMebibytes", requestMebibytes, 1, 65536);
    Checks.range("web.idleSeconds", idleSeconds, 1, 86400);
  }

  /** The token; empty for none. */
  public Optional<String> bearerToken() {
    return Checks.secret("web.bearerTokenFile", bearerTokenFile);
  }

  /** User and password with a colon between them; empty for none. */
  public Optional<String> basic() {
    return Checks.secret("web.basicFile", basicFile);
  }
}
