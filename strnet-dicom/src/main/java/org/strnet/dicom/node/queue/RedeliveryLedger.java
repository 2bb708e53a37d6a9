package org.strnet.dicom.node.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.strnet.dicom.node.database.NodeDatabase;

/** Notes results that are to be sent although their object was finished before. */
public final class RedeliveryLedger {

  private final NodeDatabase database;

  /** The ledger in a database. */
  public RedeliveryLedger(NodeDatabase database) {
    this.database = database;
  }

  /** Whether an object was ever taken. */
  public boolean knows(String sopInstanceUid) {
    return database.transaction(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement("SELECT 1 FROM object WHERE sop_uid = ?")) {
            statement.setString(1, sopInstanceUid);
            try (ResultSet rows = statement.executeQuery()) {
              return rows.next();
            }
          }
        });
  }

  /**
   * Queues results in one transaction. A result that is noted already is sent again to the
   * destinations it has now: nobody asks them whether they hold it.
   *
   * @param sopInstanceUid of the object that they are about
   * @param results whose files are safely on disk
   * @return how many deliveries wait
   */
  public int queue(String sopInstanceUid, List<StoredResult> results) {
    return database.transaction(
        connection -> {
          int waiting = 0;
          for (StoredResult result : results) {
            note(connection, sopInstanceUid, result);
            for (String destination : result.destinations()) {
              queue(connection, result.sopInstanceUid(), destination);
              waiting++;
            }
          }
          return waiting;
        });
  }

  private static void note(Connection connection, String object, StoredResult result)
      throws SQLException {
    try (PreparedStatement known =
        connection.prepareStatement(
            "UPDATE result SET file = ?, dropped = FALSE WHERE sop_uid = ?")) {
      known.setString(1, result.fileName());
      known.setString(2, result.sopInstanceUid());
      if (known.executeUpdate() > 0) {
        return;
      }
    }
    try (PreparedStatement added =
        connection.prepareStatement(
            "INSERT INTO result (object_id, kind, sop_class, sop_uid, file)"
                + " SELECT id, ?, ?, ?, ? FROM object WHERE sop_uid = ?")) {
      added.setString(1, result.kind().code());
      added.setString(2, result.sopClassUid());
      added.setString(3, result.sopInstanceUid());
      added.setString(4, result.fileName());
      added.setString(5, object);
      added.executeUpdate();
    }
  }

  private static void queue(Connection connection, String result, String destination)
      throws SQLException {
    try (PreparedStatement again =
        connection.prepareStatement(
            "UPDATE delivery SET state = 'waiting', attempts = 0, next_try = 0, in_doubt = FALSE,"
                + " error = '' WHERE destination = ?"
                + " AND result_id = (SELECT id FROM result WHERE sop_uid = ?)")) {
      again.setString(1, destination);
      again.setString(2, result);
      if (again.executeUpdate() > 0) {
        return;
      }
    }
    try (PreparedStatement first =
        connection.prepareStatement(
            "INSERT INTO delivery (result_id, destination, state)"
                + " SELECT id, ?, 'waiting' FROM result WHERE sop_uid = ?")) {
      first.setString(1, destination);
      first.setString(2, result);
      first.executeUpdate();
    }
  }
}
