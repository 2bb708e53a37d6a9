package org.strnet.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The databases that the same cases run on. */
public enum DatabaseKind {
  /** Embedded, in a file. */
  H2("H2") {
    @Override
    public EmptyDatabase open(Path folder) {
      String file = folder.toAbsolutePath().resolve("reading-room").toString();
      return new EmptyDatabase("jdbc:h2:file:" + file + OF_H2, "sa", () -> {});
    }
  },
  /** A server of its own; cases are skipped where its programs are missing. */
  POSTGRESQL("PostgreSQL") {
    @Override
    public EmptyDatabase open(Path folder) throws Exception {
      Optional<Path> programs = TemporaryPostgres.programs();
      assumeTrue(programs.isPresent(), "PostgreSQL (initdb, postgres) is not installed");
      TemporaryPostgres postgres = TemporaryPostgres.start(programs.orElseThrow());
      return new EmptyDatabase(postgres.url(), "strnet", postgres::close);
    }
  };

  /** As the server opens its own. */
  static final String OF_H2 =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";

  private final String product;

  DatabaseKind(String product) {
    this.product = product;
  }

  /** What the database calls itself. */
  public String product() {
    return product;
  }

  /**
   * An empty database.
   *
   * @param folder for the files of an embedded one
   */
  public abstract EmptyDatabase open(Path folder) throws Exception;

  /**
   * A database that is empty at first.
   *
   * @param url of JDBC
   * @param user who needs no password
   * @param ending what ends it
   */
  public record EmptyDatabase(String url, String user, Runnable ending) implements AutoCloseable {

    /** The server's settings for it. */
    public Map<String, String> settings() {
      return Map.of("spring.datasource.url", url, "spring.datasource.username", user);
    }

    @Override
    public void close() {
      ending.run();
    }
  }
}
