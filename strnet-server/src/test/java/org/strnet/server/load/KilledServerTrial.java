package org.strnet.server.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.strnet.server.RunningServer;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmRegister;

/**
 * Kills a server again and again while films are uploaded, then starts it once more and asks for
 * every film whose upload was answered with success. Arguments: an empty folder, kills.
 */
final class KilledServerTrial {

  private static final int PORT = 18_099;
  private static final int CLIENTS = 4;

  private final Path folder;
  private final NewObjects objects = new NewObjects(3);
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

  private KilledServerTrial(Path folder) {
    this.folder = folder;
  }

  public static void main(String... arguments) throws Exception {
    if (arguments.length != 2) {
      System.err.println("KilledServerTrial FOLDER KILLS");
      System.exit(2);
    }
    new KilledServerTrial(Path.of(arguments[0])).run(Integer.parseInt(arguments[1]));
  }

  /** The server as a process of its own, to be killed. */
  static final class Server {

    private Server() {}

    public static void main(String... arguments) throws Exception {
      RunningServer.start(Path.of(arguments[0]), Map.of("server.port", arguments[1]));
      System.out.println("ready");
    }
  }

  private void run(int kills) throws Exception {
    for (int i = 0; i < kills; i++) {
      Process server = start();
      Thread[] clients = new Thread[CLIENTS];
      for (int c = 0; c < CLIENTS; c++) {
        clients[c] = new Thread(this::upload);
        clients[c].start();
      }
      Thread.sleep(ThreadLocalRandom.current().nextInt(500, 5000));
      server.destroyForcibly().waitFor();
      for (Thread client : clients) {
        client.join();
      }
      System.out.printf("kill %d: %d acknowledged so far%n", i + 1, acknowledged.size());
    }
    check();
  }

  private Process start() throws IOException, InterruptedException {
    Path log = folder.resolve("server.log");
    Files.createDirectories(folder);
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Server.class.getName(),
                folder.toString(),
                Integer.toString(PORT))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    for (int i = 0; i < 600; i++) {
      if (Files.readString(log).lines().anyMatch("ready"::equals)) {
        return server;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new IllegalStateException("the server is not ready after a minute: " + log);
  }

  private void upload() {
    try {
      Client client = new Client("http://127.0.0.1:" + PORT);
      client.signIn("reader", RunningServer.PASSWORD);
      while (true) {
        NewObjects.NewObject object = objects.next();
        client.upload(object.file());
        acknowledged.add(object.sopInstanceUid());
      }
    } catch (IOException e) {
      // The server was killed: what was under way was not acknowledged.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void check() throws Exception {
    try (RunningServer server = RunningServer.start(folder)) {
      int lost = 0;
      int unscreened = 0;
      for (String uid : acknowledged) {
        var film = server.bean(FilmRegister.class).bySopInstanceUid(uid);
        if (film.isEmpty()) {
          lost++;
        } else if (!screened(server, film.get())) {
          unscreened++;
        }
      }
      System.out.printf(
          "%d acknowledged, %d lost, %d never screened%n", acknowledged.size(), lost, unscreened);
    }
  }

  private static boolean screened(RunningServer server, Film film) throws InterruptedException {
    try {
      server.screened(film.id());
      return true;
    } catch (AssertionError e) {
      return false;
    }
  }
}
