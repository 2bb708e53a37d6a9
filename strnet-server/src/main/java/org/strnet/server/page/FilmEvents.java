package org.strnet.server.page;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;
import org.strnet.server.screening.FilmChanged;

/**
 * Server-sent events (HTML, 9.2) for those who watch: an event {@code film} for each film that came
 * or went on, with {@code {"film": identifier, "state": RECEIVED, SCREENING or DONE}}; nothing of a
 * patient. A browser that was cut off connects again and asks for what it missed as a page.
 */
@Controller
class FilmEvents {

  /** Each keeps a connection open. */
  private static final int MOST_WATCHERS = 500;

  /** So often proxies and we ourselves learn that a connection is gone. */
  private static final long BEAT_SECONDS = 20;

  /** After that a browser connects again, with its session checked anew. */
  private static final long LONGEST_MILLIS = TimeUnit.MINUTES.toMillis(30);

  private final Set<SseEmitter> watchers = ConcurrentHashMap.newKeySet();

  /** Screening never waits for a watcher; events are small and leave in the order they came. */
  private final ScheduledExecutorService sender =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "film-events");
            thread.setDaemon(true);
            return thread;
          });

  FilmEvents() {
    var unused =
        sender.scheduleWithFixedDelay(
            () -> send(SseEmitter.event().comment("beat")),
            BEAT_SECONDS,
            BEAT_SECONDS,
            TimeUnit.SECONDS);
  }

  @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter watch() {
    if (watchers.size() >= MOST_WATCHERS) {
      throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "too many watch already");
    }
    SseEmitter watcher = new SseEmitter(LONGEST_MILLIS);
    watcher.onCompletion(() -> watchers.remove(watcher));
    watcher.onTimeout(watcher::complete);
    watcher.onError(fault -> watchers.remove(watcher));
    watchers.add(watcher);
    sender.execute(() -> send(watcher, SseEmitter.event().comment("welcome").reconnectTime(2000)));
    return watcher;
  }

  @EventListener
  void changed(FilmChanged change) {
    if (!watchers.isEmpty() && !sender.isShutdown()) {
      Map<String, String> body = Map.of("film", change.filmId(), "state", change.state().name());
      sender.execute(
          () -> send(SseEmitter.event().name("film").data(body, MediaType.APPLICATION_JSON)));
    }
  }

  /** Open connections would hold up an orderly end. */
  @EventListener(ContextClosedEvent.class)
  void close() {
    sender.shutdownNow();
    watchers.forEach(SseEmitter::complete);
  }

  private void send(SseEventBuilder event) {
    Set<DataWithMediaType> built = event.build();
    watchers.forEach(watcher -> send(watcher, built));
  }

  private void send(SseEmitter watcher, SseEventBuilder event) {
    send(watcher, event.build());
  }

  private void send(SseEmitter watcher, Set<DataWithMediaType> built) {
    try {
      watcher.send(built);
    } catch (IOException | IllegalStateException e) {
      watchers.remove(watcher);
    }
  }
}
