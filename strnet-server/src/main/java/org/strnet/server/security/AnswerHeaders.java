package org.strnet.server.security;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;

/**
 * The headers of every answer: what a page may load and use, that nothing is kept where no handler
 * says otherwise, and under TLS that it stays so (HSTS for a year, Spring Security's default).
 */
final class AnswerHeaders {

  /** No inline script, no inline style, nothing from elsewhere. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none';"
          + " base-uri 'none'";

  private static final String PERMISSIONS_POLICY =
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
          + " magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

  private AnswerHeaders() {}

  /** For the page of an error that came before Spring Security saw the request. */
  static void complete(HttpServletResponse response) {
    if (!response.containsHeader("Content-Security-Policy")) {
      response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
  }

  static void apply(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
        .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY))
        .referrerPolicy(Customizer.withDefaults());
  }
}
