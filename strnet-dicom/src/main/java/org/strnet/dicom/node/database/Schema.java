package org.strnet.dicom.node.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables and their versions; a step once released is never changed, only followed. */
final class Schema {

  private static final List<List<String>> STEPS =
      List.of(
          List.of(
              """
              CREATE TABLE object (
                id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                sop_uid VARCHAR(64) NOT NULL UNIQUE,
                pixel_hash CHAR(64) NOT NULL,
                sop_class VARCHAR(64) NOT NULL,
                file VARCHAR(80) NOT NULL,
                bytes BIGINT NOT NULL,
                received_at BIGINT NOT NULL,
                state VARCHAR(12) NOT NULL,
                failures INT DEFAULT 0 NOT NULL,
                crashes INT DEFAULT 0 NOT NULL,
                not_before BIGINT DEFAULT 0 NOT NULL,
                outcome VARCHAR(16) DEFAULT '' NOT NULL,
                reason VARCHAR(64) DEFAULT '' NOT NULL,
                finished_at BIGINT DEFAULT 0 NOT NULL,
                dropped BOOLEAN DEFAULT FALSE NOT NULL)""",
              "CREATE INDEX object_by_state ON object (state, crashes, id)",
              """
              CREATE TABLE conflict (
                id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                object_id BIGINT NOT NULL REFERENCES object,
                pixel_hash CHAR(64) NOT NULL,
                received_at BIGINT NOT NULL)""",
              """
              CREATE TABLE result (
                id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                object_id BIGINT NOT NULL REFERENCES object,
                kind VARCHAR(16) NOT NULL,
                sop_class VARCHAR(64) NOT NULL,
                sop_uid VARCHAR(64) NOT NULL UNIQUE,
                file VARCHAR(80) NOT NULL,
                dropped BOOLEAN DEFAULT FALSE NOT NULL)""",
              """
              CREATE TABLE delivery (
                id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                result_id BIGINT NOT NULL REFERENCES result,
                destination VARCHAR(64) NOT NULL,
                state VARCHAR(12) NOT NULL,
                attempts INT DEFAULT 0 NOT NULL,
                in_doubt BOOLEAN DEFAULT FALSE NOT NULL,
                next_try BIGINT DEFAULT 0 NOT NULL,
                error VARCHAR(256) DEFAULT '' NOT NULL,
                done_at BIGINT DEFAULT 0 NOT NULL,
                UNIQUE (result_id, destination))""",
              "CREATE INDEX delivery_by_turn ON delivery (destination, state, id)",
              """
              CREATE TABLE fetched (
                source VARCHAR(64) NOT NULL,
                uid VARCHAR(64) NOT NULL,
                done_at BIGINT NOT NULL,
                PRIMARY KEY (source, uid))"""));

  private Schema() {}

  /** Brings a database to the newest version. */
  static void migrate(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS schema_version (version INT NOT NULL)");
      int version = version(statement);
      if (version > STEPS.size()) {
        throw new SQLException(
            "the queue has version %d, and this program knows %d".formatted(version, STEPS.size()));
      }
      for (int step = version; step < STEPS.size(); step++) {
        for (String sql : STEPS.get(step)) {
          statement.execute(sql);
        }
        statement.execute("INSERT INTO schema_version VALUES (" + (step + 1) + ")");
        connection.commit();
      }
    }
  }

  private static int version(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT MAX(version) FROM schema_version")) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }
}
