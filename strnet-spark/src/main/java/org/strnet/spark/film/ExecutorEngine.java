package org.strnet.spark.film;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.spark.broadcast.Broadcast;

/** The engines of this process: made when the first film needs one, and once. */
public final class ExecutorEngine {

  private static final ConcurrentMap<Long, Engine> READY = new ConcurrentHashMap<>();

  private ExecutorEngine() {}

  /** The engine that the parts make. */
  public static Engine of(Broadcast<EngineParts> parts) {
    return READY.computeIfAbsent(parts.id(), id -> opened(parts.value()));
  }

  private static Engine opened(EngineParts parts) {
    try {
      return Engine.of(parts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
