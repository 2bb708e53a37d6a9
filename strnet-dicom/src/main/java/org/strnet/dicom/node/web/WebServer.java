package org.strnet.dicom.node.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.strnet.dicom.node.configuration.WebConfiguration;
import org.strnet.dicom.node.database.QueueUnavailableException;
import org.strnet.dicom.node.intake.Intake;
import org.strnet.provenance.BadInputException;

/** Serves STOW-RS, {@code /health} and {@code /metrics}. */
public final class WebServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads;
  private final ScheduledExecutorService clock;
  private final int idleSeconds;
  private final AtomicInteger active = new AtomicInteger();

  /**
   * Starts to listen.
   *
   * @param rules address, limits and secrets
   * @param intake what takes objects
   * @param metrics text of the counts now
   * @throws BadInputException if the address cannot be listened on or a secret cannot be read
   */
  public WebServer(WebConfiguration rules, Intake intake, Supplier<String> metrics) {
    idleSeconds = rules.idleSeconds();
    Authorisation authorisation = new Authorisation(rules.bearerToken(), rules.basic());
    threads = Executors.newFixedThreadPool(rules.threads(), WebServer::daemon);
    clock = Executors.newSingleThreadScheduledExecutor(WebServer::daemon);
    try {
      server = create(rules);
    } catch (IOException e) {
      threads.shutdown();
      clock.shutdown();
      throw new BadInputException(
          "%s:%d".formatted(rules.address(), rules.port()),
          "the web server cannot listen here: " + e.getMessage(),
          e);
    }
    if (rules.stow()) {
      long largest = (long) rules.requestMebibytes() << 20;
      server.createContext("/studies", limited(new StowHandler(intake, authorisation, largest)));
    }
    server.createContext("/health", limited(text(() -> "ok\n", metrics)));
    server.createContext("/metrics", limited(text(metrics, metrics)));
    server.setExecutor(threads);
    server.start();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "node-web");
    thread.setDaemon(true);
    return thread;
  }

  private static HttpServer create(WebConfiguration rules) throws IOException {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getByName(rules.address()), rules.port());
    Optional<SSLContext> tls = rules.tls().context();
    if (tls.isEmpty()) {
      return HttpServer.create(address, 64);
    }
    HttpsServer server = HttpsServer.create(address, 64);
    boolean certificates = rules.tls().clientCertificates();
    server.setHttpsConfigurator(
        new HttpsConfigurator(tls.get()) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
            wanted.setNeedClientAuth(certificates);
            parameters.setSSLParameters(wanted);
          }
        });
    return server;
  }

  /** A client that drips bytes is cut off. */
  private HttpHandler limited(HttpHandler handler) {
    return exchange -> {
      Future<?> deadline = clock.schedule(exchange::close, idleSeconds, TimeUnit.SECONDS);
      active.incrementAndGet();
      try {
        handler.handle(exchange);
      } finally {
        active.decrementAndGet();
        deadline.cancel(false);
      }
    };
  }

  /** Text, or 503 where the queue does not answer. */
  private static HttpHandler text(Supplier<String> body, Supplier<String> probe) {
    return exchange -> {
      try (exchange) {
        String answer;
        try {
          answer = probe.get().isEmpty() ? "" : body.get();
        } catch (QueueUnavailableException e) {
          send(exchange, 503, "the queue does not answer\n");
          return;
        }
        send(exchange, 200, answer);
      }
    };
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  /** The port that is listened on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Lets requests end for a few seconds; the server's own stop waits its whole time. */
  @Override
  public void close() {
    try {
      for (int i = 0; i < 50 && active.get() > 0; i++) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.stop(0);
    threads.shutdown();
    clock.shutdownNow();
  }
}
