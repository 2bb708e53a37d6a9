package org.strnet.server.quality;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.strnet.bundle.Bundle;
import org.strnet.server.DatabaseKind;
import org.strnet.server.RunningServer;
import org.strnet.server.account.Role;

/**
 * By hand: how long the page of monitoring takes when it is first asked for after a start, and
 * afterwards. Arguments: an empty folder, films a day over a year, and the database ({@code H2} or
 * {@code POSTGRESQL}). The films are written by one process and the pages served by another, so
 * that the first page finds nothing in memory.
 */
final class MonitoringBenchmark {

  private static final Path BUNDLE = Path.of("..", "models", "strnet-phantom");
  private static final int ROUNDS = 5;

  private MonitoringBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    if (arguments.length == 2) {
      serve(folder, arguments[1]);
      return;
    }
    Files.createDirectories(folder);
    try (DatabaseKind.EmptyDatabase database = DatabaseKind.valueOf(arguments[2]).open(folder)) {
      RunningServer.start(folder, database.settings()).close();
      fill(database, Integer.parseInt(arguments[1]));
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      String classes = System.getProperty("java.class.path");
      List<String> command =
          List.of(
              java,
              "-Xmx2g",
              "-cp",
              classes,
              MonitoringBenchmark.class.getName(),
              folder + "",
              database.user() + "@" + database.url());
      new ProcessBuilder(command).inheritIO().start().waitFor();
    }
  }

  private static void fill(DatabaseKind.EmptyDatabase database, int filmsADay) throws Exception {
    try (Connection connection = DriverManager.getConnection(database.url(), database.user(), "")) {
      connection.setAutoCommit(false);
      LocalDate today = LocalDate.now(ZoneOffset.UTC);
      SimulatedYear.fill(connection, Bundle.load(BUNDLE), today, filmsADay, 1);
      connection.commit();
    }
  }

  private static void serve(Path folder, String database) throws Exception {
    String[] parts = database.split("@", 2);
    Map<String, String> settings =
        Map.of("spring.datasource.url", parts[1], "spring.datasource.username", parts[0]);
    long start = System.nanoTime();
    try (RunningServer server = RunningServer.start(folder, settings)) {
      RunningServer.Session session = server.signedIn(Role.RADIOLOGIST);
      System.out.printf(Locale.ROOT, "start and sign in %.2f s%n", seconds(start));
      for (int round = 0; round < ROUNDS; round++) {
        start = System.nanoTime();
        long spent = processNanos();
        int status = session.get("/quality").statusCode();
        System.out.printf(
            Locale.ROOT,
            "load %d: %d after %.2f s, %.2f s of processor time%n",
            round + 1,
            status,
            seconds(start),
            (processNanos() - spent) / 1e9);
      }
    }
  }

  private static long processNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
