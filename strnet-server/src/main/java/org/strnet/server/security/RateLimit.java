package org.strnet.server.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * So many in a minute for each key, counted from the key's first in it. Holds a bounded number of
 * keys; the oldest are forgotten first.
 */
final class RateLimit {

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MOST_KEYS = 100_000;

  private final int most;
  private final Clock clock;
  private final Map<String, Window> windows =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
          return size() > MOST_KEYS;
        }
      };

  /**
   * @param most in a minute, at least 1
   */
  RateLimit(int most, Clock clock) {
    this.most = most;
    this.clock = clock;
  }

  /**
   * Counts one.
   *
   * @return how long to wait; empty when it is within the limit
   */
  synchronized Optional<Duration> wait(String key) {
    Instant now = Instant.now(clock);
    Window window = windows.get(key);
    if (window == null || !now.isBefore(window.end())) {
      windows.remove(key);
      windows.put(key, new Window(now.plus(WINDOW), 1));
      return Optional.empty();
    }
    if (window.count() >= most) {
      return Optional.of(Duration.between(now, window.end()));
    }
    windows.put(key, new Window(window.end(), window.count() + 1));
    return Optional.empty();
  }

  private record Window(Instant end, int count) {}
}
