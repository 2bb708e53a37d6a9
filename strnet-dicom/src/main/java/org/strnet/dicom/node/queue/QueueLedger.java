package org.strnet.dicom.node.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.strnet.dicom.node.database.NodeDatabase;

/** Counts over the queue, and what was fetched already. */
public final class QueueLedger {

  private final NodeDatabase database;

  /** The ledger in a database. */
  public QueueLedger(NodeDatabase database) {
    this.database = database;
  }

  /** Counts now, in one transaction. */
  public QueueCounts counts() {
    return database.transaction(
        connection ->
            new QueueCounts(
                count(connection, "SELECT state, COUNT(*) FROM object GROUP BY state"),
                count(
                    connection,
                    "SELECT CASE WHEN reason = '' THEN outcome ELSE outcome || ':' || reason END c,"
                        + " COUNT(*) FROM object WHERE outcome <> '' GROUP BY c"),
                count(
                    connection,
                    "SELECT destination || ':' || state c, COUNT(*) FROM delivery GROUP BY c"),
                count(connection, "SELECT 'all', COUNT(*) FROM conflict").getOrDefault("all", 0L)));
  }

  private static Map<String, Long> count(Connection connection, String sql) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getLong(2));
      }
    }
    return counts;
  }

  /** Whether something was fetched from a source. */
  public boolean isFetched(String source, String uid) {
    return database.transaction(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement("SELECT 1 FROM fetched WHERE source = ? AND uid = ?")) {
            statement.setString(1, source);
            statement.setString(2, uid);
            try (ResultSet rows = statement.executeQuery()) {
              return rows.next();
            }
          }
        });
  }

  /** Notes that something was fetched and is safely in the queue. */
  public void markFetched(String source, String uid, long now) {
    database.transaction(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement("MERGE INTO fetched VALUES (?, ?, ?)")) {
            statement.setString(1, source);
            statement.setString(2, uid);
            statement.setLong(3, now);
            return statement.executeUpdate();
          }
        });
  }
}
