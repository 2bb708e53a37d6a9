package org.strnet.server.configuration;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code strnet.security.}.
 *
 * @param signInsPerMinuteAndAddress sign-ins that one address may try
 * @param signInsPerMinuteAndName sign-ins that may be tried for one name
 * @param requestsPerMinuteAndAccount requests that one account may make by its tokens
 * @param longestSession a session ends then, however busy
 * @param roleClaim where the identity provider says what somebody is; dots go into objects
 * @param roles what it says, and the role that is; by default the roles' own names in small letters
 * @param filmKeyBase64 the key itself, for an environment that holds secrets; else a file has it
 * @param retentionDays films older than this are deleted; 0 keeps them
 */
@ConfigurationProperties("strnet.security")
public record SecuritySettings(
    @DefaultValue("60") int signInsPerMinuteAndAddress,
    @DefaultValue("20") int signInsPerMinuteAndName,
    @DefaultValue("3000") int requestsPerMinuteAndAccount,
    @DefaultValue("12h") Duration longestSession,
    @DefaultValue("roles") String roleClaim,
    @DefaultValue Map<String, String> roles,
    Optional<String> filmKeyBase64,
    @DefaultValue("0") int retentionDays) {

  /** Checks the ranges. */
  public SecuritySettings {
    roles = Map.copyOf(roles);
    atLeast("sign-ins-per-minute-and-address", signInsPerMinuteAndAddress, 1);
    atLeast("sign-ins-per-minute-and-name", signInsPerMinuteAndName, 1);
    atLeast("requests-per-minute-and-account", requestsPerMinuteAndAccount, 1);
    atLeast("retention-days", retentionDays, 0);
    if (longestSession.isNegative() || longestSession.isZero()) {
      throw new IllegalArgumentException(
          "strnet.security.longest-session must be positive, found " + longestSession);
    }
  }

  private static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "strnet.security.%s must be at least %d, found %d".formatted(name, least, value));
    }
  }
}
