package org.strnet.dicom.node.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.strnet.dicom.node.database.NodeDatabase;

/** Objects from their receipt to their end. Several threads may use it. */
public final class ObjectQueue {

  private final NodeDatabase database;
  private final AtomicLong waiting = new AtomicLong();

  /** The queue in a database. */
  public ObjectQueue(NodeDatabase database) {
    this.database = database;
    waiting.set(database.transaction(ObjectQueue::countWaiting));
  }

  private static long countWaiting(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT COUNT(*) FROM object WHERE state IN ('received', 'processing')");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Objects that are not finished. */
  public long waiting() {
    return waiting.get();
  }

  /**
   * What the queue says to an object, before it is admitted. A later {@link #admit} may still say
   * otherwise.
   */
  public Admission ask(StoredObject object) {
    return database.transaction(connection -> ask(connection, object));
  }

  /**
   * Admits objects that are safely on disk, in one transaction.
   *
   * @param objects in the order of receipt
   * @param now milliseconds since 1970
   * @return what is said to each
   */
  public List<Admission> admit(List<StoredObject> objects, long now) {
    List<Admission> answers =
        database.transaction(
            connection -> {
              List<Admission> said = new ArrayList<>();
              for (StoredObject object : objects) {
                said.add(admit(connection, object, now));
              }
              return said;
            });
    waiting.addAndGet(answers.stream().filter(a -> a == Admission.NEW).count());
    return answers;
  }

  private static Admission admit(Connection connection, StoredObject object, long now)
      throws SQLException {
    Admission admission = ask(connection, object);
    if (admission == Admission.NEW) {
      insert(connection, object, now);
    } else if (admission == Admission.CONFLICT) {
      recordConflict(connection, object, now);
    }
    return admission;
  }

  private static Admission ask(Connection connection, StoredObject object) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pixel_hash FROM object WHERE sop_uid = ?")) {
      statement.setString(1, object.sopInstanceUid());
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          return Admission.NEW;
        }
        return rows.getString(1).equals(object.pixelHash()) ? Admission.KNOWN : Admission.CONFLICT;
      }
    }
  }

  private static void insert(Connection connection, StoredObject object, long now)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO object (sop_uid, pixel_hash, sop_class, file, bytes, received_at, state)"
                + " VALUES (?, ?, ?, ?, ?, ?, 'received')")) {
      statement.setString(1, object.sopInstanceUid());
      statement.setString(2, object.pixelHash());
      statement.setString(3, object.sopClassUid());
      statement.setString(4, object.fileName());
      statement.setLong(5, object.bytes());
      statement.setLong(6, now);
      statement.executeUpdate();
    }
  }

  private static void recordConflict(Connection connection, StoredObject object, long now)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO conflict (object_id, pixel_hash, received_at)"
                + " SELECT id, ?, ? FROM object WHERE sop_uid = ?")) {
      statement.setString(1, object.pixelHash());
      statement.setLong(2, now);
      statement.setString(3, object.sopInstanceUid());
      statement.executeUpdate();
    }
  }

  /** Names of the files that the database knows and has not dropped. */
  public Set<String> knownFiles() {
    return database.transaction(
        connection -> {
          Set<String> names = new HashSet<>();
          try (PreparedStatement statement =
                  connection.prepareStatement("SELECT file FROM object WHERE NOT dropped");
              ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              names.add(rows.getString(1));
            }
          }
          return names;
        });
  }

  /**
   * Gives one object to a worker.
   *
   * @param suspects whether objects are meant that were being processed when the node died, fewest
   *     deaths first, or those that were not
   * @param now milliseconds since 1970
   */
  public Optional<ClaimedObject> claim(boolean suspects, long now) {
    return database.transaction(
        connection -> {
          Optional<ClaimedObject> next = next(connection, suspects, now);
          if (next.isPresent()) {
            try (PreparedStatement statement =
                connection.prepareStatement(
                    "UPDATE object SET state = 'processing' WHERE id = ?")) {
              statement.setLong(1, next.get().id());
              statement.executeUpdate();
            }
          }
          return next;
        });
  }

  private static Optional<ClaimedObject> next(Connection connection, boolean suspects, long now)
      throws SQLException {
    String sql =
        "SELECT id, file, failures FROM object WHERE state = 'received' AND crashes "
            + (suspects ? "> 0" : "= 0")
            + " AND not_before <= ? ORDER BY state, crashes, id LIMIT 1";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, now);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(new ClaimedObject(rows.getLong(1), rows.getString(2), rows.getInt(3)))
            : Optional.empty();
      }
    }
  }

  /** Called by the classes of this package that end an object. */
  void finished() {
    waiting.decrementAndGet();
  }

  /** Called where finished objects are put back. */
  void backAgain(int objects) {
    waiting.addAndGet(objects);
  }

  NodeDatabase database() {
    return database;
  }
}
