package org.strnet.server.quality.operatingpoint;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleManifest;
import org.strnet.server.audit.AuditLog;
import org.strnet.server.screening.ScreeningEngine;

/**
 * The local operating points of the bundle in use, and which of them is in force: none, and the
 * bundle's own is. None is ever deleted, so each can be taken back. The engine is told at the start
 * of the server, before the first film, and at every change.
 */
@Component
public class OperatingPointRegister {

  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final ScreeningEngine engine;
  private final AuditLog audit;
  private final Clock clock;

  OperatingPointRegister(
      JdbcClient database,
      TransactionTemplate transaction,
      ScreeningEngine engine,
      AuditLog audit,
      Clock clock) {
    this.database = database;
    this.transaction = transaction;
    this.engine = engine;
    this.audit = audit;
    this.clock = clock;
    tell();
  }

  /** A name for the next one, which its results will carry instead of the bundle's. */
  public String nextName() {
    return engine.bundle().name() + ".local-" + UUID.randomUUID().toString().substring(0, 8);
  }

  /** Those of the bundle in use, newest first. */
  public List<LocalOperatingPoint> all() {
    Bundle bundle = engine.bundle();
    return database
        .sql("select * from operating_point where bundle_sha256 = ? order by made_at desc, id")
        .param(bundle.sha256())
        .query(
            (row, number) ->
                new LocalOperatingPoint(
                    row.getString("id"),
                    OperatingPointDocument.manifest(
                        bundle.manifest(), bundle.sha256(), row.getString("document")),
                    row.getTimestamp("made_at").toInstant(),
                    row.getString("made_by"),
                    Optional.ofNullable(row.getTimestamp("retired_at")).map(Timestamp::toInstant)))
        .list();
  }

  /** The one in force; empty while the bundle's own is. */
  public Optional<LocalOperatingPoint> inForce() {
    return all().stream().filter(LocalOperatingPoint::isInForce).findFirst();
  }

  /**
   * Keeps a new one and puts it into force: results from now on are made with it.
   *
   * @param manifest the recalibrated one
   * @param actor the account's name
   */
  public synchronized void adopt(BundleManifest manifest, String actor) {
    String id = UUID.randomUUID().toString();
    transaction.executeWithoutResult(
        status -> {
          retireAll();
          database
              .sql(
                  "insert into operating_point (id, bundle_sha256, document, made_at, made_by)"
                      + " values (?, ?, ?, ?, ?)")
              .params(
                  id,
                  engine.bundle().sha256(),
                  OperatingPointDocument.of(manifest),
                  Timestamp.from(Instant.now(clock)),
                  actor)
              .update();
          audit.add(actor, "operating-point.adopted", id, words(manifest));
        });
    tell();
  }

  /**
   * Puts an older one into force again, or the bundle's own.
   *
   * @param id of a kept one; empty for the bundle's own
   * @param actor the account's name
   * @return whether there is such a one
   */
  public synchronized boolean takeBack(Optional<String> id, String actor) {
    Optional<LocalOperatingPoint> wanted =
        id.flatMap(it -> all().stream().filter(kept -> kept.id().equals(it)).findFirst());
    if (id.isPresent() && wanted.isEmpty()) {
      return false;
    }
    BundleManifest manifest =
        wanted.map(LocalOperatingPoint::manifest).orElse(engine.bundle().manifest());
    transaction.executeWithoutResult(
        status -> {
          retireAll();
          id.ifPresent(
              it ->
                  database
                      .sql("update operating_point set retired_at = null where id = ?")
                      .param(it)
                      .update());
          audit.add(actor, "operating-point.taken-back", id.orElse("bundle"), words(manifest));
        });
    tell();
    return true;
  }

  private void retireAll() {
    database
        .sql(
            "update operating_point set retired_at = ? where retired_at is null"
                + " and bundle_sha256 = ?")
        .params(Timestamp.from(Instant.now(clock)), engine.bundle().sha256())
        .update();
  }

  private static String words(BundleManifest manifest) {
    return "%s threshold %.4f".formatted(manifest.name(), manifest.operatingPoint().threshold());
  }

  private void tell() {
    engine.adopt(inForce().map(LocalOperatingPoint::manifest).orElse(engine.bundle().manifest()));
  }
}
