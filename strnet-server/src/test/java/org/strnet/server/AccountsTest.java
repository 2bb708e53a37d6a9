package org.strnet.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.strnet.server.account.Account;
import org.strnet.server.account.AccountRegister;
import org.strnet.server.account.Role;
import org.strnet.server.account.UserAdministration;
import org.strnet.server.audit.AuditLog;

/** Signing in, staying so, tokens, and who runs the accounts, against the running server. */
class AccountsTest {

  private static final Pattern SECRET = Pattern.compile("class=\"secret\"[^>]*>([^<]+)<");
  private static final String CHOSEN = "a sentence nobody says";

  @TempDir static Path folder;

  private static RunningServer server;

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.start(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("location").orElse("");
  }

  private static String oneTimePassword(String name, Role role) {
    return server.bean(UserAdministration.class).add("administrator", name, name, role);
  }

  private static Account account(String name) {
    return server.bean(AccountRegister.class).byName(name).orElseThrow();
  }

  private static HttpResponse<String> signIn(
      RunningServer.Session session, String name, String password) throws Exception {
    return session.postForm("/sign-in", Map.of("username", name, "password", password));
  }

  /** A session of a new account whose password is chosen. */
  private static RunningServer.Session person(String name, Role role) throws Exception {
    String password = oneTimePassword(name, role);
    RunningServer.Session session = server.visitor();
    signIn(session, name, password);
    change(session, password, CHOSEN);
    signIn(session, name, CHOSEN);
    return session;
  }

  private static HttpResponse<String> change(
      RunningServer.Session session, String current, String chosen) throws Exception {
    return session.postForm(
        "/account/password", Map.of("current", current, "chosen", chosen, "again", chosen));
  }

  private static String secret(String page) {
    Matcher found = SECRET.matcher(page);
    assertThat(found.find()).as("the page shows a secret").isTrue();
    return found.group(1);
  }

  private static HttpResponse<String> withToken(String path, String token)
      throws IOException, InterruptedException {
    return server
        .visitor()
        .send(
            HttpRequest.newBuilder(server.uri(path))
                .header("Authorization", "Bearer " + token)
                .build(),
            BodyHandlers.ofString());
  }

  private static String token(RunningServer.Session session) throws Exception {
    session.postForm("/account/tokens", Map.of("name", "gateway", "days", "30"));
    return secret(session.get("/account").body());
  }

  @Test
  void a_one_time_password_opens_nothing_but_the_change_of_it() throws Exception {
    String password = oneTimePassword("newcomer", Role.ADMINISTRATOR);
    RunningServer.Session session = server.visitor();
    signIn(session, "newcomer", password);
    assertThat(location(session.get("/operations"))).endsWith("/account");
    assertThat(session.get("/actuator/prometheus").statusCode()).isEqualTo(403);
    assertThat(session.get("/account").body()).contains("one-time password");
    session.postForm("/account/tokens", Map.of("name", "x", "days", "1"));
    assertThat(session.get("/account").body()).doesNotContain("class=\"secret\"");

    assertThat(location(change(session, "wrong", CHOSEN))).endsWith("/account");
    assertThat(session.get("/account").body()).contains("current password is not this one");
    change(session, password, "short");
    assertThat(session.get("/account").body()).contains("at least 12 characters");
    change(session, password, password);
    assertThat(session.get("/account").body()).contains("The new password is the old one");
    assertThat(location(change(session, password, CHOSEN))).contains("/sign-in?changed");

    assertThat(location(session.get("/operations"))).endsWith("/sign-in");
    signIn(session, "newcomer", CHOSEN);
    assertThat(session.get("/operations").statusCode()).isEqualTo(200);
  }

  @Test
  void failures_in_a_row_lock_an_account_and_the_log_has_them() throws Exception {
    person("forgetful", Role.READER);
    String id = account("forgetful").id();
    for (int i = 0; i < 5; i++) {
      assertThat(location(signIn(server.visitor(), "forgetful", "not it " + i))).contains("error");
    }
    assertThat(location(signIn(server.visitor(), "forgetful", CHOSEN))).contains("error");
    AuditLog audit = server.bean(AuditLog.class);
    assertThat(audit.find(id, 0, 50))
        .extracting(entry -> entry.action() + " " + entry.detail())
        .contains("account.locked 1 min", "sign_in.failed ", "sign_in.failed locked");

    JdbcClient database = server.bean(JdbcClient.class);
    expireLock(database, id);
    signIn(server.visitor(), "forgetful", "not it either");
    assertThat(audit.find(id, 0, 1)).extracting(entry -> entry.detail()).containsExactly("2 min");
    expireLock(database, id);
    assertThat(location(signIn(server.visitor(), "forgetful", CHOSEN))).doesNotContain("error");
    assertThat(account("forgetful").failedAttempts()).isZero();
  }

  private static void expireLock(JdbcClient database, String id) {
    database
        .sql("update account set locked_until = timestamp '2020-01-01 00:00:00' where id = ?")
        .param(id)
        .update();
  }

  @Test
  void an_unknown_name_answers_as_a_wrong_password_does_and_goes_into_no_log() throws Exception {
    HttpResponse<String> unknown = signIn(server.visitor(), "my-secret-password", "x");
    HttpResponse<String> wrong = signIn(server.visitor(), "reader", "x");
    assertThat(location(unknown)).isEqualTo(location(wrong));
    assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode());
    assertThat(server.bean(AuditLog.class).find("my-secret-password", 0, 10)).isEmpty();
    server.bean(JdbcClient.class).sql("update account set failed_attempts = 0").update();
  }

  @Test
  void a_session_gets_another_identifier_at_sign_in() throws Exception {
    RunningServer.Session session = server.visitor();
    HttpResponse<String> before = session.get("/sign-in");
    HttpResponse<String> after = signIn(session, "reader", RunningServer.PASSWORD);
    String first = before.headers().firstValue("set-cookie").orElseThrow();
    String second = after.headers().firstValue("set-cookie").orElseThrow();
    assertThat(first).contains("HttpOnly").contains("SameSite=Lax");
    assertThat(second.split(";", 2)[0]).isNotEqualTo(first.split(";", 2)[0]);
  }

  @Test
  void a_new_password_another_role_and_switching_off_end_every_session() throws Exception {
    RunningServer.Session here = person("mobile", Role.READER);
    RunningServer.Session there = server.visitor();
    signIn(there, "mobile", CHOSEN);
    change(here, CHOSEN, CHOSEN + " now");
    assertThat(location(there.get("/account"))).endsWith("/sign-in");

    signIn(there, "mobile", CHOSEN + " now");
    UserAdministration users = server.bean(UserAdministration.class);
    users.changeRole("administrator", account("mobile").id(), Role.RADIOLOGIST);
    assertThat(location(there.get("/account"))).endsWith("/sign-in");

    signIn(there, "mobile", CHOSEN + " now");
    assertThat(there.get("/account").statusCode()).isEqualTo(200);
    users.setEnabled("administrator", account("mobile").id(), false);
    assertThat(location(there.get("/account"))).endsWith("/sign-in");
    assertThat(location(signIn(there, "mobile", CHOSEN + " now"))).contains("error");
  }

  @Test
  void signing_out_everywhere_ends_the_other_session_too() throws Exception {
    RunningServer.Session here = person("everywhere", Role.READER);
    RunningServer.Session there = server.visitor();
    signIn(there, "everywhere", CHOSEN);
    here.postForm("/account/sessions/end", Map.of());
    assertThat(location(there.get("/account"))).endsWith("/sign-in");
    assertThat(location(here.get("/account"))).endsWith("/sign-in");
  }

  @Test
  void a_token_opens_interfaces_without_a_session_and_no_page() throws Exception {
    String token = token(person("gateway", Role.READER));
    HttpResponse<String> metrics = withToken("/actuator/prometheus", token);
    assertThat(metrics.statusCode()).isEqualTo(200);
    assertThat(metrics.headers().firstValue("set-cookie")).isEmpty();
    assertThat(location(withToken("/account", token))).endsWith("/sign-in");
    assertThat(withToken("/actuator/prometheus", token + "x").statusCode()).isEqualTo(401);
    assertThat(withToken("/actuator/prometheus", "").statusCode()).isEqualTo(401);
    assertThat(
            server
                .bean(JdbcClient.class)
                .sql("select count(*) from api_token where token_hash = ?")
                .param(token)
                .query(Long.class)
                .single())
        .as("the token itself is kept nowhere")
        .isZero();
  }

  @Test
  void a_wrong_token_is_not_saved_by_a_session_beside_it() throws Exception {
    HttpResponse<String> answer =
        server
            .signedIn(Role.ADMINISTRATOR)
            .send(
                HttpRequest.newBuilder(server.uri("/actuator/prometheus"))
                    .header("Authorization", "Bearer nonsense")
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void a_token_needs_no_token_against_forgery_and_a_session_does() throws Exception {
    String token = token(person("poster", Role.READER));
    HttpRequest.Builder post =
        HttpRequest.newBuilder(server.uri("/api/nothing"))
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.noBody());
    assertThat(server.visitor().send(post.build(), BodyHandlers.ofString()).statusCode())
        .isEqualTo(404);
    HttpResponse<String> bySession =
        server
            .signedIn(Role.READER)
            .send(
                HttpRequest.newBuilder(server.uri("/api/nothing"))
                    .POST(BodyPublishers.noBody())
                    .build(),
                BodyHandlers.ofString());
    assertThat(bySession.statusCode()).isEqualTo(403);
    assertThat(bySession.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
  }

  @Test
  void a_token_ends_when_it_is_revoked_expires_or_its_owner_is_switched_off() throws Exception {
    RunningServer.Session session = person("ending", Role.READER);
    String first = token(session);
    String second = token(session);
    JdbcClient database = server.bean(JdbcClient.class);
    String id =
        database
            .sql(
                "select id from api_token where account_id = ? order by created_at fetch next 1 rows only")
            .param(account("ending").id())
            .query(String.class)
            .single();
    session.postForm("/account/tokens/" + id + "/revoke", Map.of());
    assertThat(withToken("/actuator/prometheus", first).statusCode()).isEqualTo(401);
    assertThat(withToken("/actuator/prometheus", second).statusCode()).isEqualTo(200);
    database
        .sql(
            "update api_token set expires_at = timestamp '2020-01-01 00:00:00' where account_id = ?")
        .param(account("ending").id())
        .update();
    assertThat(withToken("/actuator/prometheus", second).statusCode()).isEqualTo(401);

    String third = token(session);
    assertThat(withToken("/actuator/prometheus", third).statusCode()).isEqualTo(200);
    server
        .bean(UserAdministration.class)
        .setEnabled("administrator", account("ending").id(), false);
    assertThat(withToken("/actuator/prometheus", third).statusCode()).isEqualTo(401);
  }

  @Test
  void somebody_revokes_only_their_own_tokens() throws Exception {
    String token = token(person("owner", Role.READER));
    String id =
        server
            .bean(JdbcClient.class)
            .sql("select id from api_token where account_id = ?")
            .param(account("owner").id())
            .query(String.class)
            .single();
    RunningServer.Session other = server.signedIn(Role.READER);
    assertThat(other.postForm("/account/tokens/" + id + "/revoke", Map.of()).statusCode())
        .isEqualTo(404);
    assertThat(withToken("/actuator/prometheus", token).statusCode()).isEqualTo(200);
    server.signedIn(Role.ADMINISTRATOR).postForm("/operations/tokens/" + id + "/revoke", Map.of());
    assertThat(withToken("/actuator/prometheus", token).statusCode()).isEqualTo(401);
  }

  @Test
  void the_last_administrator_stays_one() throws Exception {
    RunningServer.Session session = server.signedIn(Role.ADMINISTRATOR);
    String id = account("administrator").id();
    JdbcClient database = server.bean(JdbcClient.class);
    database
        .sql("update account set enabled = false where role = 'ADMINISTRATOR' and id <> ?")
        .param(id)
        .update();
    session.postForm("/operations/users/" + id + "/role", Map.of("role", "READER"));
    assertThat(session.get("/operations/users").body()).contains("last administrator stays one");
    session.postForm("/operations/users/" + id + "/enabled", Map.of("enabled", "false"));
    assertThat(account("administrator").enabled()).isTrue();
    assertThat(account("administrator").role()).isEqualTo(Role.ADMINISTRATOR);
  }

  @Test
  void an_administrator_adds_somebody_who_can_sign_in_and_resets_them() throws Exception {
    RunningServer.Session session = server.signedIn(Role.ADMINISTRATOR);
    session.postForm(
        "/operations/users",
        Map.of("name", "colleague", "displayName", "<b>Colleague</b>", "role", "RADIOLOGIST"));
    String page = session.get("/operations/users").body();
    assertThat(page).contains("&lt;b&gt;Colleague&lt;/b&gt;");
    String password = secret(page);
    assertThat(session.get("/operations/users").body()).doesNotContain(password);
    assertThat(location(signIn(server.visitor(), "colleague", password))).doesNotContain("error");

    session.postForm("/operations/users/" + account("colleague").id() + "/reset", Map.of());
    String another = secret(session.get("/operations/users").body());
    assertThat(location(signIn(server.visitor(), "colleague", password))).contains("error");
    assertThat(location(signIn(server.visitor(), "colleague", another))).doesNotContain("error");

    session.postForm("/operations/users", Map.of("name", "colleague", "role", "READER"));
    assertThat(session.get("/operations/users").body())
        .contains("There is an account of this name");
  }

  @Test
  void operations_show_queue_and_log_and_check_the_chain() throws Exception {
    RunningServer.Session session = server.signedIn(Role.ADMINISTRATOR);
    assertThat(session.get("/operations").body()).contains("Queue", "Throughput", "Destinations");
    assertThat(session.get("/operations/audit?text=sign_in").body()).contains("sign_in");
    assertThat(session.get("/operations/audit?text=nothing-like-it").body())
        .contains("<span>0</span> entries");
    session.postForm("/operations/audit/check", Map.of());
    assertThat(session.get("/operations/audit").body()).contains("entries is whole");
    assertThat(session.get("/operations/tokens").statusCode()).isEqualTo(200);
    assertThat(session.get("/operations/erasure").body()).contains("kept until somebody deletes");
    session.postForm("/operations/refused/send-again", Map.of("destination", "nowhere"));
    assertThat(session.get("/operations").body()).contains("There is no such destination");
    session.postForm("/operations/failed/try-again", Map.of());
    assertThat(session.get("/operations").body()).contains("0 films wait to be processed again");
  }

  @Test
  void a_part_of_a_page_sends_its_whole_page_to_sign_in() throws Exception {
    HttpResponse<String> answer =
        server
            .visitor()
            .send(
                HttpRequest.newBuilder(server.uri("/account")).header("HX-Request", "true").build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("HX-Redirect")).contains("/sign-in");
  }

  @Test
  void errors_are_pages_for_people_and_problem_details_for_programs() throws Exception {
    RunningServer.Session reader = server.signedIn(Role.READER);
    HttpResponse<String> forbidden = reader.get("/operations");
    assertThat(forbidden.statusCode()).isEqualTo(403);
    assertThat(forbidden.body()).contains("Not allowed").contains("Research use only");
    assertThat(reader.get("/nothing").body()).contains("Not found");
    HttpResponse<String> problem = reader.get("/api/nothing");
    assertThat(problem.statusCode()).isEqualTo(404);
    assertThat(problem.body()).contains("\"status\":404");
    assertThat(server.visitor().get("/fhir/Patient").body()).contains("OperationOutcome");
  }

  @Test
  void every_answer_says_what_a_browser_may_do_with_it() throws Exception {
    HttpResponse<String> page = server.signedIn(Role.READER).get("/account");
    assertThat(page.headers().firstValue("content-security-policy").orElse(""))
        .contains("default-src 'none'")
        .contains("script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("permissions-policy").orElse("")).contains("camera=()");
    assertThat(page.headers().firstValue("cache-control").orElse("")).contains("no-store");
    assertThat(page.headers().firstValue("x-content-type-options")).contains("nosniff");
    assertThat(page.headers().firstValue("x-frame-options")).contains("DENY");
    assertThat(page.headers().firstValue("strict-transport-security"))
        .as("HSTS is for TLS only")
        .isEmpty();
  }
}
