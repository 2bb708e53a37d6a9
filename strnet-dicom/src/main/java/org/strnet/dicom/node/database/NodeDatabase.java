package org.strnet.dicom.node.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.strnet.provenance.BadInputException;

/**
 * One connection to the embedded database, used by one thread at a time. A connection that failed
 * is closed, and the next call opens another: the node recovers by itself when the disk does.
 */
public final class NodeDatabase implements AutoCloseable {

  /** What is done in one transaction. */
  public interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  private final DataSource source;
  private final ReentrantLock turn = new ReentrantLock(true);
  private Optional<Connection> open = Optional.empty();

  private NodeDatabase(DataSource source) {
    this.source = source;
  }

  /**
   * Opens or makes the database and brings it to the newest version.
   *
   * @param path of the file, without its ending
   * @throws BadInputException if it is broken, newer than this program, or in use elsewhere
   */
  public static NodeDatabase open(Path path) {
    if (path.toString().indexOf(';') >= 0) {
      throw new BadInputException(
          path.toString(), "the node's folder has no semicolon in its path");
    }
    JdbcDataSource source = new JdbcDataSource();
    // A commit is written before it returns. Nothing is traced: a statement has UIDs in it.
    source.setURL(
        "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;CACHE_SIZE=8192"
            .formatted(path.toAbsolutePath()));
    source.setUser("node");
    source.setPassword("");
    return open(path.toString(), source);
  }

  /** As {@link #open(Path)}, over any source of connections. */
  static NodeDatabase open(String name, DataSource source) {
    NodeDatabase database = new NodeDatabase(source);
    try {
      Schema.migrate(database.connection());
    } catch (SQLException e) {
      database.close();
      throw new BadInputException(
          name,
          "the queue's database cannot be used (code %d): it is in use, newer, or broken"
              .formatted(e.getErrorCode()),
          e);
    }
    return database;
  }

  /**
   * Runs work and commits it.
   *
   * @throws QueueUnavailableException if the database does not answer; nothing was changed
   */
  public <T> T transaction(Work<T> work) {
    turn.lock();
    try {
      T result = work.run(connection());
      connection().commit();
      return result;
    } catch (SQLException e) {
      drop();
      throw new QueueUnavailableException(
          "the queue's database does not answer (code %d)".formatted(e.getErrorCode()), e);
    } finally {
      turn.unlock();
    }
  }

  private Connection connection() throws SQLException {
    if (open.isEmpty()) {
      Connection connection = source.getConnection();
      connection.setAutoCommit(false);
      open = Optional.of(connection);
    }
    return open.get();
  }

  /** Closing rolls back what was not committed. */
  private void drop() {
    try {
      if (open.isPresent()) {
        open.get().rollback();
        open.get().close();
      }
    } catch (SQLException e) {
      // It is broken already; the next call opens another.
    } finally {
      open = Optional.empty();
    }
  }

  @Override
  public void close() {
    turn.lock();
    try {
      drop();
    } finally {
      turn.unlock();
    }
  }
}
