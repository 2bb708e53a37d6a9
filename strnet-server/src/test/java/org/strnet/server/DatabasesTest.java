package org.strnet.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.strnet.server.audit.AuditLog;

/** The same cases on the embedded database and on PostgreSQL. */
class DatabasesTest {

  @Nested
  class OnH2 extends DatabaseCases {

    @TempDir static Path folder;

    private static ConfigurableApplicationContext records;

    @BeforeAll
    static void open() {
      records =
          DatabaseCases.open(
              "jdbc:h2:file:" + folder.resolve("records") + DatabaseKind.OF_H2, "sa", 8);
    }

    @AfterAll
    static void close() {
      records.close();
    }

    @Override
    ConfigurableApplicationContext records() {
      return records;
    }

    @Test
    void a_chain_that_was_changed_cut_off_or_holed_is_found(@TempDir Path other) {
      String url = "jdbc:h2:file:" + other.resolve("records") + DatabaseKind.OF_H2;
      try (ConfigurableApplicationContext changed = DatabaseCases.open(url, "sa", 4)) {
        AuditLog audit = changed.getBean(AuditLog.class);
        for (int i = 0; i < 5; i++) {
          audit.add("a", "b", "c" + i, "");
        }
        JdbcClient database = changed.getBean(JdbcClient.class);
        database.sql("drop trigger audit_only_grows").update();
        database.sql("update audit_entry set actor = 'z' where number = 2").update();
        assertThat(audit.fault()).contains("entry 2 was changed");
        database.sql("update audit_entry set actor = 'a' where number = 2").update();
        assertThat(audit.fault()).isEmpty();
        database.sql("delete from audit_entry where number = 5").update();
        assertThat(audit.fault()).contains("entry 5 is missing");
        database.sql("delete from audit_entry where number = 3").update();
        assertThat(audit.fault()).contains("entry 3 is missing");
      }
    }
  }

  @Nested
  class OnPostgreSql extends DatabaseCases {

    private static Optional<TemporaryPostgres> postgres = Optional.empty();
    private static Optional<ConfigurableApplicationContext> records = Optional.empty();

    @BeforeAll
    static void open() throws Exception {
      Optional<Path> programs = TemporaryPostgres.programs();
      assumeTrue(programs.isPresent(), "PostgreSQL (initdb, postgres) is not installed");
      postgres = Optional.of(TemporaryPostgres.start(programs.orElseThrow()));
      records = Optional.of(DatabaseCases.open(postgres.get().url(), "strnet", 8));
    }

    @AfterAll
    static void close() {
      records.ifPresent(ConfigurableApplicationContext::close);
      postgres.ifPresent(TemporaryPostgres::close);
    }

    @Override
    ConfigurableApplicationContext records() {
      return records.orElseThrow();
    }

    @Test
    void the_log_cannot_be_emptied() {
      JdbcClient database = records().getBean(JdbcClient.class);
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> database.sql("truncate audit_entry").update())
          .hasStackTraceContaining("the audit log only grows");
    }
  }
}
