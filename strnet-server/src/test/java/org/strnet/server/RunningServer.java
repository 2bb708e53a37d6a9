package org.strnet.server;

import java.io.IOException;
import java.net.CookieManager;
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
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.strnet.dicom.phantom.PhantomObject;
import org.strnet.server.account.AccountRegister;
import org.strnet.server.account.Role;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.film.FilmState;
import org.strnet.server.screening.UploadedFilms;

/** The real server on a free port, with the bundle of phantoms and an account of each role. */
public final class RunningServer implements AutoCloseable {

  /** Password of every account here. */
  public static final String PASSWORD = "correct horse battery";

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

  private final ConfigurableApplicationContext context;

  private RunningServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Starts a server whose folder is empty, or was left by one before. */
  public static RunningServer start(Path folder) throws IOException {
    return start(folder, Map.of());
  }

  /** The same with settings of its own. */
  public static RunningServer start(Path folder, Map<String, String> more) throws IOException {
    Path node = folder.resolve("node.yaml");
    if (!Files.exists(node)) {
      Files.writeString(
          node,
          "folder: '%s'%nreceiver: {enabled: false}%n".formatted(folder.resolve("node"))
              + "storage: {freeSpaceFloorMebibytes: 0}\n");
    }
    Path gate = folder.resolve("gate.yaml");
    Files.writeString(gate, "age: {least: 18}\n");
    Map<String, String> settings = new HashMap<>();
    settings.put("strnet.gate", gate.toString());
    settings.put("strnet.folder", folder.toString());
    settings.put("strnet.bundle", Path.of("..", "models", "strnet-phantom").toString());
    settings.put("strnet.node", node.toString());
    settings.put("server.port", "0");
    // Tests sign in more often from one address than people do.
    settings.put("strnet.security.sign-ins-per-minute-and-address", "100000");
    settings.put("strnet.security.sign-ins-per-minute-and-name", "100000");
    settings.put("strnet.security.requests-per-minute-and-account", "1000000");
    settings.putAll(more);
    RunningServer server = new RunningServer(ReadingRoom.start(settings));
    server.addAccounts();
    return server;
  }

  private void addAccounts() {
    AccountRegister accounts = bean(AccountRegister.class);
    if (accounts.all().isEmpty()) {
      String hash = bean(PasswordEncoder.class).encode(PASSWORD);
      for (Role role : Role.values()) {
        String name = role.name().toLowerCase(java.util.Locale.ROOT);
        accounts.add(name, name, hash, role);
      }
      bean(JdbcClient.class).sql("update account set must_change_password = false").update();
    }
  }

  /** A part of the running server. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** All parts of a kind. */
  public <T> Collection<T> beans(Class<T> type) {
    return context.getBeansOfType(type).values();
  }

  /** An address of the server. */
  public URI uri(String path) {
    return URI.create(
        "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
  }

  /** What the server's database calls itself. */
  public String databaseProduct() throws SQLException {
    try (Connection connection = bean(DataSource.class).getConnection()) {
      return connection.getMetaData().getDatabaseProductName();
    }
  }

  /** Uploads the phantom of a number and waits until it has its result. */
  public Film screenedPhantom(int number) throws Exception {
    byte[] object = PhantomObject.file(PhantomObject.draw(1, number));
    return screened(bean(UploadedFilms.class).take(object, "reader").id());
  }

  /** Waits until a film has its result, at most a minute. */
  public Film screened(String id) throws InterruptedException {
    FilmRegister films = bean(FilmRegister.class);
    for (int i = 0; i < 1200; i++) {
      Optional<Film> film = films.byId(id).filter(it -> it.state() == FilmState.DONE);
      if (film.isPresent()) {
        return film.get();
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no result after a minute");
  }

  /** A browser's session of somebody who is not signed in. */
  public Session visitor() {
    return new Session();
  }

  /** A browser's session of the account of a role. */
  public Session signedIn(Role role) throws Exception {
    Session session = new Session();
    String name = role.name().toLowerCase(java.util.Locale.ROOT);
    HttpResponse<String> answer =
        session.postForm("/sign-in", Map.of("username", name, "password", PASSWORD));
    if (answer.statusCode() != 302
        || answer.headers().firstValue("location").orElse("").contains("error")) {
      throw new AssertionError("sign-in failed: " + answer.statusCode());
    }
    return session;
  }

  @Override
  public void close() {
    context.close();
  }

  /** Cookies of one browser; follows no redirect. */
  public final class Session {

    private final HttpClient client =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    /** Asks for a page. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
      return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    /** Sends any request; use {@link #forgeryToken} for those with an effect. */
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
        throws IOException, InterruptedException {
      return client.send(request, handler);
    }

    /** The token that requests with an effect carry in the header {@code X-CSRF-TOKEN}. */
    public String forgeryToken() throws IOException, InterruptedException {
      Matcher token = TOKEN.matcher(get("/sign-in").body());
      if (!token.find()) {
        throw new AssertionError("the page carries no token");
      }
      return token.group(1);
    }

    /** Sends a form with its token. */
    public HttpResponse<String> postForm(String path, Map<String, String> fields)
        throws IOException, InterruptedException {
      StringBuilder body = new StringBuilder();
      fields.forEach((key, value) -> body.append(field(key, value)).append('&'));
      body.append(field("_csrf", forgeryToken()));
      return client.send(
          HttpRequest.newBuilder(uri(path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(body.toString()))
              .build(),
          BodyHandlers.ofString());
    }

    private String field(String key, String value) {
      return key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
  }
}
