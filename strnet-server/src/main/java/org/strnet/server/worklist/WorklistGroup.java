package org.strnet.server.worklist;

import java.util.Locale;
import java.util.Optional;

/** Films that stand alike: by what came of them, or that nothing came of them yet. */
public enum WorklistGroup {
  /** The operating point asks for densitometry. */
  FLAGGED("outcome = 'assessed' and decision = 'refer'"),
  /** It does not; bone loss is not ruled out. */
  NOT_FLAGGED("outcome = 'assessed' and decision = 'not_flagged'"),
  /** Refused with a reason. */
  NOT_ASSESSABLE("outcome = 'not_assessable'"),
  /** Screening broke off. */
  FAILED("outcome = 'failed'"),
  /** Arrived, without any result so far. */
  WAITING("outcome is null");

  private final String condition;

  WorklistGroup(String condition) {
    this.condition = condition;
  }

  /** What it is called in addresses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is called on the page. */
  public String words() {
    String words = code().replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** Which rows of the film table belong to it. */
  String condition() {
    return condition;
  }

  /** The group of a code, if it is one. */
  public static Optional<WorklistGroup> of(String code) {
    for (WorklistGroup group : values()) {
      if (group.code().equals(code)) {
        return Optional.of(group);
      }
    }
    return Optional.empty();
  }

  /** The group of a film with this outcome and decision. */
  static WorklistGroup of(Optional<String> outcome, Optional<String> decision) {
    if (outcome.isEmpty()) {
      return WAITING;
    }
    return switch (outcome.get()) {
      case "assessed" -> decision.filter("refer"::equals).isPresent() ? FLAGGED : NOT_FLAGGED;
      case "not_assessable" -> NOT_ASSESSABLE;
      default -> FAILED;
    };
  }
}
