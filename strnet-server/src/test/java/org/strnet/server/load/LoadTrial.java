package org.strnet.server.load;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Loads a running server as readers do, and prints the times of each kind of request. Arguments:
 * address, name, password, clients, seconds, pause of a client between requests in milliseconds,
 * share of uploads in per cent.
 */
final class LoadTrial {

  private enum Kind {
    WORKLIST,
    STUDY,
    PIXELS,
    UPLOAD
  }

  private static final Pattern FILM = Pattern.compile("/films/([0-9a-f-]{36})");

  private final String[] arguments;
  private final NewObjects objects = new NewObjects(3);
  private final Map<Kind, List<Double>> times = new EnumMap<>(Kind.class);
  private final AtomicInteger errors = new AtomicInteger();

  private LoadTrial(String... arguments) {
    this.arguments = arguments;
    for (Kind kind : Kind.values()) {
      times.put(kind, new ArrayList<>());
    }
  }

  public static void main(String... arguments) throws Exception {
    if (arguments.length != 7) {
      System.err.println("LoadTrial ADDRESS NAME PASSWORD CLIENTS SECONDS PAUSE_MS UPLOAD_PERCENT");
      System.exit(2);
    }
    new LoadTrial(arguments).run();
  }

  private void run() throws Exception {
    int clients = Integer.parseInt(arguments[3]);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[4]));
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    for (int i = 0; i < clients; i++) {
      int seed = i;
      threads.execute(() -> client(seed, end));
    }
    threads.shutdown();
    threads.awaitTermination(1, TimeUnit.HOURS);
    times.forEach(LoadTrial::print);
    System.out.println("errors " + errors);
  }

  private void client(int seed, long end) {
    Random random = new Random(seed);
    try {
      Client client = new Client(arguments[0]);
      client.signIn(arguments[1], arguments[2]);
      while (System.nanoTime() < end) {
        one(client, random);
        Thread.sleep(Long.parseLong(arguments[5]));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      errors.incrementAndGet();
      System.out.println(e);
    }
  }

  private void one(Client client, Random random) throws Exception {
    int draw = random.nextInt(100);
    if (draw < Integer.parseInt(arguments[6])) {
      byte[] object = objects.next().file();
      time(Kind.UPLOAD, () -> client.upload(object));
      return;
    }
    String[] page = new String[1];
    time(Kind.WORKLIST, () -> page[0] = client.get("/"));
    List<String> films = new ArrayList<>();
    Matcher found = FILM.matcher(page[0]);
    while (found.find()) {
      films.add(found.group(1));
    }
    if (films.isEmpty()) {
      return;
    }
    String film = films.get(random.nextInt(films.size()));
    time(Kind.STUDY, () -> client.get("/films/" + film));
    time(Kind.PIXELS, () -> client.bytes("/films/" + film + "/pixels"));
  }

  private interface Request {
    void send() throws Exception;
  }

  private void time(Kind kind, Request request) throws InterruptedException {
    long start = System.nanoTime();
    try {
      request.send();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      errors.incrementAndGet();
      System.out.println(e);
      return;
    }
    double milliseconds = (System.nanoTime() - start) / 1e6;
    List<Double> kept = times.get(kind);
    synchronized (kept) {
      kept.add(milliseconds);
    }
  }

  private static void print(Kind kind, List<Double> times) {
    List<Double> sorted = times.stream().sorted().toList();
    System.out.printf(
        "%-8s n %6d  p50 %7.1f  p95 %7.1f  p99 %7.1f ms%n",
        kind, sorted.size(), at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99));
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.isEmpty()
        ? Double.NaN
        : sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size()) - 1));
  }
}
