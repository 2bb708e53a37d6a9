package org.strnet.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.strnet.server.account.Account;
import org.strnet.server.account.AccountRegister;
import org.strnet.server.account.Role;
import org.strnet.server.audit.AuditLog;

/** TLS by a bundle with a certificate of its own, and sign-in at a real OpenID provider. */
class TlsAndProviderTest {

  private static final String STORE_PASSWORD = "of the store";
  private static final Pattern FORGERY = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  @TempDir static Path folder;

  private static ConfigurableApplicationContext provider;
  private static RunningServer server;
  private static SSLContext trust;
  private static String room;

  @BeforeAll
  static void start() throws Exception {
    Path store = folder.resolve("room.p12");
    makeCertificate(store);
    trust = trust(store);
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    room = "https://127.0.0.1:" + port;
    provider = IdentityProvider.start(room + "/login/oauth2/code/site");
    String client = "spring.security.oauth2.client.";
    server =
        RunningServer.start(
            folder,
            Map.ofEntries(
                Map.entry("server.port", Integer.toString(port)),
                Map.entry("spring.ssl.bundle.jks.room.keystore.location", "file:" + store),
                Map.entry("spring.ssl.bundle.jks.room.keystore.password", STORE_PASSWORD),
                Map.entry("spring.ssl.bundle.jks.room.keystore.type", "PKCS12"),
                Map.entry("server.ssl.bundle", "room"),
                Map.entry("strnet.security.role-claim", "realm.roles"),
                Map.entry("strnet.security.roles.knee-radiologists", "RADIOLOGIST"),
                Map.entry("strnet.security.roles.knee-readers", "READER"),
                Map.entry(client + "registration.site.client-id", "room"),
                Map.entry(client + "registration.site.client-secret", "shared"),
                Map.entry(client + "registration.site.client-name", "the site's provider"),
                Map.entry(client + "registration.site.scope", "openid,profile"),
                Map.entry(client + "provider.site.issuer-uri", issuer())));
  }

  @AfterAll
  static void stop() {
    server.close();
    provider.close();
  }

  private static String issuer() {
    return "http://127.0.0.1:" + provider.getEnvironment().getProperty("local.server.port");
  }

  private static void makeCertificate(Path store) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "room",
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                STORE_PASSWORD,
                "-dname",
                "CN=reading room",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-validity",
                "2")
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
  }

  private static SSLContext trust(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, STORE_PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("room", keys.getCertificate("room"));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private static HttpClient browser() {
    return HttpClient.newBuilder().sslContext(trust).cookieHandler(new CookieManager()).build();
  }

  private static HttpResponse<String> get(HttpClient browser, URI address) throws Exception {
    return browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  private static URI next(HttpResponse<?> answer) {
    return answer.uri().resolve(answer.headers().firstValue("location").orElseThrow());
  }

  private static String forgery(String page) {
    Matcher found = FORGERY.matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  private static HttpResponse<String> post(
      HttpClient browser, URI address, Map<String, String> form) throws Exception {
    StringBuilder body = new StringBuilder();
    form.forEach(
        (name, value) ->
            body.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
    return browser.send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body.toString()))
            .build(),
        BodyHandlers.ofString());
  }

  /** From the button on the sign-in page to the room's answer to the provider's code. */
  private static HttpResponse<String> signInAtProvider(HttpClient browser) throws Exception {
    HttpResponse<String> begun = get(browser, URI.create(room + "/oauth2/authorization/site"));
    HttpRequest asPerson =
        HttpRequest.newBuilder(next(begun)).header("Accept", "text/html").build();
    HttpResponse<String> asked = browser.send(asPerson, BodyHandlers.ofString());
    HttpResponse<String> form = get(browser, next(asked));
    HttpResponse<String> entered =
        post(
            browser,
            form.uri(),
            Map.of(
                "username",
                IdentityProvider.NAME,
                "password",
                IdentityProvider.PASSWORD,
                "_csrf",
                forgery(form.body())));
    HttpResponse<String> allowed = get(browser, next(entered));
    return get(browser, next(allowed));
  }

  @Test
  void under_tls_cookies_are_secure_and_browsers_are_told_to_stay() throws Exception {
    HttpResponse<String> page = get(browser(), URI.create(room + "/sign-in"));
    assertThat(page.sslSession().orElseThrow().getProtocol()).isIn("TLSv1.3", "TLSv1.2");
    assertThat(page.headers().firstValue("set-cookie").orElse(""))
        .contains("Secure")
        .contains("HttpOnly");
    assertThat(page.headers().firstValue("strict-transport-security").orElse(""))
        .contains("max-age=31536000");
    assertThat(page.body()).contains("Sign in with the site&#39;s provider");
  }

  @Test
  void the_provider_says_who_somebody_is_and_what_they_may() throws Exception {
    AccountRegister accounts = server.bean(AccountRegister.class);
    accounts.add(IdentityProvider.NAME, "Another Anna", "no hash", Role.ADMINISTRATOR);

    IdentityProvider.ROLES.set(List.of("knee-readers", "knee-radiologists", "else"));
    HttpClient browser = browser();
    HttpResponse<String> answer = signInAtProvider(browser);
    assertThat(next(answer)).isEqualTo(URI.create(room + "/"));
    Account account = accounts.byName("anna-2").orElseThrow();
    assertThat(account.role()).isEqualTo(Role.RADIOLOGIST);
    assertThat(account.passwordHash()).isEmpty();
    assertThat(get(browser, URI.create(room + "/account")).body()).contains("anna-2");
    assertThat(get(browser, URI.create(room + "/operations")).statusCode()).isEqualTo(403);

    IdentityProvider.ROLES.set(List.of("knee-readers"));
    signInAtProvider(browser());
    assertThat(accounts.byName("anna-2").orElseThrow().role()).isEqualTo(Role.READER);
    assertThat(accounts.byName("anna-3")).isEmpty();
    assertThat(next(get(browser, URI.create(room + "/account"))).getPath()).isEqualTo("/sign-in");

    IdentityProvider.ROLES.set(List.of("else"));
    assertThat(next(signInAtProvider(browser())).getQuery()).isEqualTo("error");
    assertThat(server.bean(AuditLog.class).find("no role at the identity provider", 0, 5))
        .hasSize(1);

    IdentityProvider.ROLES.set(List.of("knee-readers"));
    accounts.setEnabled(account.id(), false);
    assertThat(next(signInAtProvider(browser())).getQuery()).isEqualTo("error");
  }

  @Test
  void an_answer_that_the_room_did_not_ask_for_signs_nobody_in() throws Exception {
    HttpResponse<String> answer =
        get(browser(), URI.create(room + "/login/oauth2/code/site?code=stolen&state=guessed"));
    assertThat(next(answer).getQuery()).isEqualTo("error");
  }
}
