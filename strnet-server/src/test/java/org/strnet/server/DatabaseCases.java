package org.strnet.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.strnet.decision.Zone;
import org.strnet.decision.ZoneLimits;
import org.strnet.server.account.Account;
import org.strnet.server.account.AccountRegister;
import org.strnet.server.account.ApiTokenRegister;
import org.strnet.server.account.IssuedToken;
import org.strnet.server.account.RefusedChangeException;
import org.strnet.server.account.Role;
import org.strnet.server.account.SignIns;
import org.strnet.server.account.UserAdministration;
import org.strnet.server.audit.AuditEntry;
import org.strnet.server.audit.AuditLog;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.film.FilmSource;
import org.strnet.server.film.FilmState;
import org.strnet.server.result.KneeFinding;
import org.strnet.server.result.ResultCause;
import org.strnet.server.result.ResultRegister;
import org.strnet.server.result.StoredResult;

/** What the tables hold, on whatever database: {@link DatabasesTest} says on which. */
abstract class DatabaseCases {

  /** The tables, migrated. */
  abstract ConfigurableApplicationContext records();

  static ConfigurableApplicationContext open(String url, String user, int connections) {
    SpringApplication application = new SpringApplication(Records.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setDefaultProperties(
        Map.of(
            "spring.datasource.url",
            url,
            "spring.datasource.username",
            user,
            "spring.datasource.hikari.maximum-pool-size",
            Integer.toString(connections),
            "spring.flyway.locations",
            "classpath:db/migration,classpath:db/vendor/{vendor}",
            "spring.main.banner-mode",
            "off"));
    return application.run();
  }

  private <T> T bean(Class<T> type) {
    return records().getBean(type);
  }

  private static Film film(String uid) {
    return new Film(
        UUID.randomUUID().toString(),
        uid,
        "1.2",
        "1.3",
        "1.4",
        "DX",
        "A1",
        "PHANTOM-1",
        "Phantom^\u00c4nne \uD83E\uDDB4",
        Optional.of(LocalDate.of(1950, 2, 28)),
        Optional.of("F"),
        OptionalDouble.of(70.5),
        Optional.empty(),
        "Site",
        "Maker Model",
        FilmSource.UPLOAD,
        UUID.randomUUID().toString(),
        123,
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        FilmState.RECEIVED,
        UUID.randomUUID().toString(),
        1,
        Optional.empty());
  }

  @Test
  void a_film_is_read_as_it_was_written() {
    FilmRegister films = bean(FilmRegister.class);
    Film film = film("1.2.826.1");
    films.add(film);
    assertThat(films.byId(film.id())).contains(film);
    assertThat(films.bySopInstanceUid("1.2.826.1")).contains(film);
    films.setState(film.id(), FilmState.SCREENING);
    films.markRead(film.id(), Instant.now());
    Film changed = films.byId(film.id()).orElseThrow();
    assertThat(changed.state()).isEqualTo(FilmState.SCREENING);
    assertThat(changed.version()).isEqualTo(3);
    assertThat(changed.readAt()).isPresent();
    assertThatThrownBy(() -> films.add(film("1.2.826.1"))).isInstanceOf(DataAccessException.class);
  }

  private String zone(Film film) {
    return bean(JdbcClient.class)
        .sql("select zone from film where id = ?")
        .param(film.id())
        .query(String.class)
        .single();
  }

  @Test
  void a_result_is_read_as_it_was_written_and_finishes_its_film() {
    Film film = film("1.2.826.2");
    bean(FilmRegister.class).add(film);
    ResultRegister results = bean(ResultRegister.class);
    StoredResult result =
        new StoredResult(
            UUID.randomUUID().toString(),
            film.id(),
            results.nextNumber(film.id()),
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            "system",
            ResultCause.ARRIVAL,
            "assessed",
            Optional.empty(),
            Optional.empty(),
            Optional.of("refer"),
            List.of(
                new KneeFinding(
                    "L",
                    10,
                    20,
                    30,
                    0.75,
                    OptionalDouble.of(0.5),
                    OptionalDouble.of(-2.5),
                    OptionalDouble.of(-3.5),
                    OptionalDouble.empty(),
                    "refer",
                    Optional.of(new KneeFinding.HeatPlace(1, 2, 3)))),
            List.of("a notice"),
            Map.of("age", 70.0),
            "bundle",
            "0".repeat(64),
            0.5,
            Optional.of(new ZoneLimits(0.25, 0.8)));
    results.add(result, List.of(UUID.randomUUID().toString()));
    assertThat(results.newest(film.id())).contains(result);
    assertThat(result.zone()).contains(Zone.GREY);
    assertThat(results.heatMap(result.id(), 0)).isPresent();
    assertThat(zone(film)).isEqualTo("grey");
    assertThat(results.nextNumber(film.id())).isEqualTo(2);
    assertThat(bean(FilmRegister.class).byId(film.id()).orElseThrow().state())
        .isEqualTo(FilmState.DONE);
  }

  @Test
  void accounts_passwords_and_locks_are_kept() {
    UserAdministration users = bean(UserAdministration.class);
    AccountRegister accounts = bean(AccountRegister.class);
    String password = users.add("system", "first.admin", "First", Role.ADMINISTRATOR);
    Account account = accounts.byName("first.admin").orElseThrow();
    assertThat(account.mustChangePassword()).isTrue();
    users.changePassword("first.admin", password, "a sentence nobody says");
    assertThat(accounts.byName("first.admin").orElseThrow().mustChangePassword()).isFalse();
    assertThat(accounts.byName("first.admin").orElseThrow().sessionEpoch())
        .isGreaterThan(account.sessionEpoch());
    assertThatThrownBy(() -> users.setEnabled("x", account.id(), false))
        .isInstanceOf(RefusedChangeException.class);
    assertThatThrownBy(() -> users.changeRole("x", account.id(), Role.READER))
        .isInstanceOf(RefusedChangeException.class);
    SignIns signIns = bean(SignIns.class);
    for (int i = 0; i < 5; i++) {
      signIns.failed("first.admin");
    }
    assertThat(accounts.byName("first.admin").orElseThrow().isLocked(Instant.now())).isTrue();
    signIns.succeeded("first.admin");
    assertThat(accounts.byName("first.admin").orElseThrow().isLocked(Instant.now())).isFalse();
    assertThat(accounts.byName("a\0b")).isEmpty();
    Account provided = accounts.addOidc("provided", "P", "https://issuer|1", Role.READER);
    assertThat(accounts.byOidcSubject("https://issuer|1").map(Account::id)).contains(provided.id());
  }

  @Test
  void a_token_is_found_by_itself_only_and_until_it_is_revoked() {
    AccountRegister accounts = bean(AccountRegister.class);
    Account account = accounts.addOidc("token.owner", "T", "https://issuer|2", Role.READER);
    ApiTokenRegister tokens = bean(ApiTokenRegister.class);
    IssuedToken issued = tokens.add(account, "pacs", Optional.of(Duration.ofDays(1)));
    IssuedToken over = tokens.add(account, "over", Optional.of(Duration.ofSeconds(-1)));
    assertThat(tokens.used(issued.token())).isPresent();
    assertThat(tokens.byId(issued.id()).orElseThrow().lastUsedAt()).isPresent();
    assertThat(tokens.used(over.token())).isEmpty();
    assertThat(tokens.used(issued.id())).isEmpty();
    assertThat(tokens.of(account)).hasSize(2);
    tokens.revoke(issued.id());
    assertThat(tokens.used(issued.token())).isEmpty();
    assertThat(issued.toString()).doesNotContain(issued.token());
  }

  @Test
  void eight_threads_write_one_chain_also_when_their_transactions_are_rolled_back()
      throws Exception {
    AuditLog audit = bean(AuditLog.class);
    long before = audit.head().number();
    TransactionTemplate transaction = bean(TransactionTemplate.class);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<?>> all = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      String actor = "thread" + thread;
      all.add(
          threads.submit(
              () -> {
                for (int i = 0; i < 25; i++) {
                  boolean rolledBack = i % 2 == 0;
                  transaction.executeWithoutResult(
                      status -> {
                        // Holds one of as many connections as there are threads.
                        bean(JdbcClient.class)
                            .sql("select count(*) from film")
                            .query(Long.class)
                            .single();
                        audit.add(actor, "test", "subject", "detail");
                        if (rolledBack) {
                          status.setRollbackOnly();
                        }
                      });
                }
                return null;
              }));
    }
    for (Future<?> one : all) {
      one.get();
    }
    threads.shutdown();
    assertThat(audit.head().number()).isGreaterThanOrEqualTo(before + 200);
    assertThat(audit.count("thread")).isEqualTo(200);
    assertThat(audit.fault()).isEmpty();
  }

  @Test
  void the_log_is_searched_by_its_very_text_and_page_by_page() {
    AuditLog audit = bean(AuditLog.class);
    for (int i = 0; i < 5; i++) {
      audit.add("searcher", "search", "s" + i, "100%_\\" + i);
    }
    assertThat(audit.find("100%_\\", 0, 10)).hasSize(5);
    assertThat(audit.find("100%_\\", 2, 2))
        .extracting(AuditEntry::subject)
        .containsExactly("s2", "s1");
    assertThat(audit.find("100x", 0, 10)).isEmpty();
    assertThat(audit.add("searcher", "long", "s", "x".repeat(5000)).detail()).hasSize(2048);
  }

  @Test
  void the_database_itself_lets_no_entry_be_changed_or_deleted() {
    AuditLog audit = bean(AuditLog.class);
    audit.add("somebody", "kept", "subject", "");
    JdbcClient database = bean(JdbcClient.class);
    assertThatThrownBy(() -> database.sql("update audit_entry set detail = 'x'").update())
        .hasStackTraceContaining("the audit log only grows");
    assertThatThrownBy(() -> database.sql("delete from audit_entry").update())
        .hasStackTraceContaining("the audit log only grows");
    assertThat(audit.fault()).isEmpty();
  }
}
