package org.strnet.server.log;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The correlation identifier of what the current thread is doing. */
public final class Correlation implements AutoCloseable {

  /** Header that carries it in requests and answers. */
  public static final String HEADER = "X-Correlation-Id";

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,36}");
  private static final ThreadLocal<Optional<String>> CURRENT =
      ThreadLocal.withInitial(Optional::empty);

  private final Optional<String> before;

  private Correlation(Optional<String> before) {
    this.before = before;
  }

  /**
   * Begins work under an identifier; it ends with the returned scope.
   *
   * @param id 1 to 36 letters, digits, dots, underscores, hyphens
   * @throws IllegalArgumentException when it is of another form
   */
  public static Correlation begin(String id) {
    if (!isAcceptable(id)) {
      throw new IllegalArgumentException("a correlation identifier of another form");
    }
    Correlation scope = new Correlation(CURRENT.get());
    CURRENT.set(Optional.of(id));
    return scope;
  }

  /** The identifier of the current thread's work, if it has one. */
  public static Optional<String> current() {
    return CURRENT.get();
  }

  /** The identifier of the current thread's work, or a new one. */
  public static String currentOrNew() {
    return current().orElseGet(() -> UUID.randomUUID().toString());
  }

  /** Whether a text from outside may be one: nothing that could break a log line. */
  public static boolean isAcceptable(String id) {
    return FORM.matcher(id).matches();
  }

  @Override
  public void close() {
    if (before.isPresent()) {
      CURRENT.set(before);
    } else {
      CURRENT.remove();
    }
  }
}
