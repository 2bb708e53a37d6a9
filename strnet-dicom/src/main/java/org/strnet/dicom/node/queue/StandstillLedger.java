package org.strnet.dicom.node.queue;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.strnet.dicom.node.database.NodeDatabase;

/** What stands still until somebody does something: why, and putting it back into its queue. */
public final class StandstillLedger {

  private final ObjectQueue queue;
  private final NodeDatabase database;

  /** The ledger of a queue. */
  public StandstillLedger(ObjectQueue queue) {
    this.queue = queue;
    database = queue.database();
  }

  /** What could not be processed or was refused, counted by reason, most first. */
  public List<Standstill> all() {
    return database.transaction(
        connection -> {
          List<Standstill> found = new ArrayList<>();
          try (PreparedStatement statement =
                  connection.prepareStatement(
                      "SELECT '' d, reason r, COUNT(*) n FROM object WHERE state = 'failed'"
                          + " GROUP BY r UNION ALL"
                          + " SELECT destination d, error r, COUNT(*) n FROM delivery"
                          + " WHERE state = 'refused' GROUP BY d, r ORDER BY n DESC, d, r");
              ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              found.add(read(rows));
            }
          }
          return found;
        });
  }

  private static Standstill read(ResultSet row) throws SQLException {
    return new Standstill(row.getString("d"), row.getString("r"), row.getLong("n"));
  }

  /**
   * Puts objects that failed back into the queue, as if they had just come.
   *
   * @return how many
   */
  public int tryFailedAgain() {
    int again =
        database.transaction(
            connection -> {
              try (PreparedStatement statement =
                  connection.prepareStatement(
                      "UPDATE object SET state = 'received', failures = 0, crashes = 0,"
                          + " not_before = 0, outcome = '', reason = '', finished_at = 0"
                          + " WHERE state = 'failed' AND NOT dropped")) {
                return statement.executeUpdate();
              }
            });
    queue.backAgain(again);
    return again;
  }

  /** Puts what a destination refused back into its queue; returns how many. */
  public int sendRefusedAgain(String destination) {
    return new DeliveryQueue(database).sendRefusedAgain(destination);
  }
}
