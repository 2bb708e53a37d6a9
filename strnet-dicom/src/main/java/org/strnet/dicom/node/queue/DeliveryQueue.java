package org.strnet.dicom.node.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.strnet.dicom.node.database.NodeDatabase;
import org.strnet.dicom.result.ResultKind;

/** Results on their way to their destinations. Several threads may use it. */
public final class DeliveryQueue {

  /** Attempts after which a result lets those behind it pass. */
  public static final int PATIENCE = 8;

  private static final int LONGEST_ERROR = 256;

  private final NodeDatabase database;

  /** The deliveries in a database. */
  public DeliveryQueue(NodeDatabase database) {
    this.database = database;
  }

  /**
   * The result whose turn it is: in the order of receipt, those that were tried {@link #PATIENCE}
   * times after the others. It is in doubt from now on, until an answer is noted.
   *
   * @param destination its name
   * @param now milliseconds since 1970
   */
  public Optional<PendingDelivery> next(String destination, long now) {
    return database.transaction(
        connection -> {
          Optional<PendingDelivery> next = next(connection, destination, now);
          if (next.isPresent() && !next.get().inDoubt()) {
            try (PreparedStatement statement =
                connection.prepareStatement("UPDATE delivery SET in_doubt = TRUE WHERE id = ?")) {
              statement.setLong(1, next.get().id());
              statement.executeUpdate();
            }
          }
          return next;
        });
  }

  private static Optional<PendingDelivery> next(Connection connection, String destination, long now)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT d.id, r.kind, r.sop_class, r.sop_uid, r.file, d.attempts, d.in_doubt"
                + " FROM delivery d JOIN result r ON r.id = d.result_id"
                + " WHERE d.destination = ? AND d.state = 'waiting' AND d.next_try <= ?"
                + " ORDER BY CASE WHEN d.attempts >= ? THEN 1 ELSE 0 END, r.object_id, d.id"
                + " LIMIT 1")) {
      statement.setString(1, destination);
      statement.setLong(2, now);
      statement.setInt(3, PATIENCE);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(pending(rows)) : Optional.empty();
      }
    }
  }

  private static PendingDelivery pending(ResultSet row) throws SQLException {
    return new PendingDelivery(
        row.getLong(1),
        kind(row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getInt(6),
        row.getBoolean(7));
  }

  private static ResultKind kind(String code) {
    return Arrays.stream(ResultKind.values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no kind of result has the code " + code));
  }

  /** The destination holds it. */
  public void delivered(long id, long now) {
    update(id, DeliveryState.DELIVERED, 0, "", now);
  }

  /** The destination refuses the object; it is parked with the reason, without patient data. */
  public void refused(long id, String reason, long now) {
    update(id, DeliveryState.REFUSED, 0, reason, now);
  }

  /** To be tried again at a time, milliseconds since 1970. */
  public void tryAgain(long id, long nextTry, String error) {
    update(id, DeliveryState.WAITING, nextTry, error, 0);
  }

  private void update(long id, DeliveryState state, long nextTry, String error, long done) {
    database.transaction(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "UPDATE delivery SET state = ?, attempts = attempts + 1, next_try = ?,"
                      + " error = ?, done_at = ? WHERE id = ?")) {
            statement.setString(1, state.code());
            statement.setLong(2, nextTry);
            statement.setString(3, error.substring(0, Math.min(LONGEST_ERROR, error.length())));
            statement.setLong(4, done);
            statement.setLong(5, id);
            return statement.executeUpdate();
          }
        });
  }

  /** Puts what a destination refused back into its queue; returns how many. */
  public int sendRefusedAgain(String destination) {
    return database.transaction(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "UPDATE delivery SET state = 'waiting', attempts = 0, next_try = 0, in_doubt = FALSE"
                      + " WHERE destination = ? AND state = 'refused'")) {
            statement.setString(1, destination);
            return statement.executeUpdate();
          }
        });
  }
}
