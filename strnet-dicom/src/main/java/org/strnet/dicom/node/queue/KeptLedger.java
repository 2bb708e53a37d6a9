package org.strnet.dicom.node.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.strnet.dicom.node.database.NodeDatabase;
import org.strnet.dicom.sealing.BrokenSealException;

/**
 * Finished objects whose files are still here, for whoever keeps a register of its own and may have
 * lost its newest rows: an object can be processed once more.
 */
public final class KeptLedger {

  private final ObjectQueue queue;
  private final NodeDatabase database;
  private final NodeFolder folder;

  /** For a queue and its folder. */
  public KeptLedger(ObjectQueue queue, NodeFolder folder) {
    this.queue = queue;
    this.folder = folder;
    database = queue.database();
  }

  /**
   * Objects in the order of receipt. Left out are those that cannot be read, our own results, and
   * those under which the node died: processing them again would give nothing, or harm.
   *
   * @param id of the last one before; 0 for the first
   * @param most how many
   */
  public List<KeptObject> after(long id, int most) {
    return database.transaction(
        connection -> {
          List<KeptObject> kept = new ArrayList<>();
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT id, sop_uid, file, state FROM object WHERE id > ? AND NOT dropped"
                      + " AND (state = 'processed' OR (state = 'failed'"
                      + " AND reason IN ('failed', 'exception', 'too_long')))"
                      + " ORDER BY id LIMIT ?")) {
            statement.setLong(1, id);
            statement.setInt(2, most);
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                kept.add(read(rows));
              }
            }
          }
          return kept;
        });
  }

  private KeptObject read(ResultSet row) throws SQLException {
    return new KeptObject(
        row.getLong("id"),
        row.getString("sop_uid"),
        folder.object(row.getString("file")),
        row.getString("state").equals(ObjectState.PROCESSED.code()));
  }

  /**
   * The bytes of an object.
   *
   * @throws IOException when it is no longer kept, or cannot be read
   * @throws BrokenSealException when its file was changed
   */
  public byte[] bytes(KeptObject object) throws IOException {
    return folder.readObject(String.valueOf(object.file().getFileName()));
  }

  /**
   * Puts an object back into the queue. Its results have the identity that they had: what was
   * delivered is not delivered twice.
   *
   * @return false when it is no longer kept, or not finished any more
   */
  public boolean processAgain(KeptObject object) {
    int again;
    // Nobody may delete the file between the look at it and the row.
    synchronized (folder) {
      if (!Files.exists(object.file())) {
        return false;
      }
      again =
          database.transaction(
              connection -> {
                try (PreparedStatement statement =
                    connection.prepareStatement(
                        "UPDATE object SET state = 'received', failures = 0, not_before = 0,"
                            + " outcome = '', reason = '', finished_at = 0 WHERE id = ?"
                            + " AND NOT dropped AND state IN ('processed', 'failed')")) {
                  statement.setLong(1, object.id());
                  return statement.executeUpdate();
                }
              });
    }
    queue.backAgain(again);
    return again > 0;
  }
}
