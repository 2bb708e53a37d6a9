package org.strnet.server.account;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody who may sign in.
 *
 * @param id identifier
 * @param name what is typed at sign-in: 2 to 64 letters, digits, dots, hyphens, at signs
 * @param displayName what is shown
 * @param passwordHash Argon2; empty for those that an identity provider signs in
 * @param role what they may do
 * @param enabled whether they may sign in at all
 * @param mustChangePassword whether the next thing they do is to choose a password
 * @param failedAttempts in a row
 * @param lockedUntil no sign-in before it
 * @param oidcSubject who they are to the identity provider
 * @param sessionEpoch raised when their sessions have to end; a session of an older one is over
 */
public record Account(
    String id,
    String name,
    String displayName,
    Optional<String> passwordHash,
    Role role,
    boolean enabled,
    boolean mustChangePassword,
    int failedAttempts,
    Optional<Instant> lockedUntil,
    Optional<String> oidcSubject,
    int sessionEpoch) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{2,64}");

  /** Checks the name. */
  public Account {
    Objects.requireNonNull(id);
    Objects.requireNonNull(displayName);
    Objects.requireNonNull(passwordHash);
    Objects.requireNonNull(role);
    Objects.requireNonNull(lockedUntil);
    Objects.requireNonNull(oidcSubject);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a name has 2 to 64 letters, digits, dots, hyphens, underscores or at signs");
    }
  }

  /** Whether a text may be a name. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** Whether sign-in is refused at a moment because of failures before it. */
  public boolean isLocked(Instant now) {
    return lockedUntil.isPresent() && now.isBefore(lockedUntil.get());
  }
}
