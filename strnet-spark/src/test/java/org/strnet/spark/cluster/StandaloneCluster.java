package org.strnet.spark.cluster;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.strnet.spark.command.ArchiveProgram;

/**
 * A master, two workers of one core and drivers, each a process of this machine, from the packaged
 * engine; drivers bring the packaged application.
 */
public final class StandaloneCluster implements AutoCloseable {

  private static final Path ENGINE = Path.of("target", "engine").toAbsolutePath();
  private static final Path LIBRARIES = Path.of("target", "lib").toAbsolutePath();
  private static final String LOOPBACK = "127.0.0.1";
  private static final int WORKERS = 2;

  private final Path folder;
  private final int port;
  private final Map<String, Process> processes = new LinkedHashMap<>();

  /** Starts it; logs and everything else stand in a folder. */
  public StandaloneCluster(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    Files.createDirectories(folder.resolve("home"));
    Files.createSymbolicLink(folder.resolve("home/jars"), ENGINE);
    port = freePort();
    start(
        "master",
        List.of(
            "org.apache.spark.deploy.master.Master",
            "--host",
            LOOPBACK,
            "--port",
            String.valueOf(port),
            "--webui-port",
            "0"));
    await("the master listens", () -> says("master", "I have been elected leader"));
    for (int number = 1; number <= WORKERS; number++) {
      startWorker("worker" + number);
    }
    await("the workers are known", () -> count("master", "Registering worker") == WORKERS);
  }

  /** Whether the module has been packaged. */
  public static boolean isPackaged() {
    return Files.isDirectory(ENGINE) && jar().isPresent();
  }

  /** Starts a worker. */
  public Process startWorker(String name) throws IOException {
    return start(
        name,
        List.of(
            "org.apache.spark.deploy.worker.Worker",
            "--host",
            LOOPBACK,
            "--webui-port",
            "0",
            "--cores",
            "1",
            "--memory",
            "1g",
            "--work-dir",
            folder.resolve(name).toString(),
            master()));
  }

  /** Starts {@code strnet archive} on it, with jars beside the application's. */
  public Process archive(String name, List<Path> moreJars, List<String> arguments)
      throws IOException {
    List<Path> jars = new ArrayList<>(moreJars);
    jars.add(jar().orElseThrow());
    jars.addAll(libraries());
    List<String> command = new ArrayList<>(java("-Xmx512m"));
    command.add("-Dstrnet.archive.jars=" + joined(jars, ","));
    command.addAll(
        List.of("-cp", joined(jars, File.pathSeparator) + File.pathSeparator + ENGINE + "/*"));
    command.add(ArchiveProgram.class.getName());
    command.addAll(arguments);
    command.addAll(
        List.of(
            "--master",
            master(),
            "--conf",
            "spark.executor.memory=700m",
            "--conf",
            "spark.ui.enabled=false"));
    return launched(name, command);
  }

  /** Submits the application as {@code spark-submit} does: its main class, without the script. */
  public Process submit(String name, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(java("-Xmx512m"));
    command.addAll(
        List.of(
            "-cp",
            ENGINE + "/*",
            "org.apache.spark.deploy.SparkSubmit",
            "--master",
            master(),
            "--class",
            ArchiveProgram.class.getName(),
            "--conf",
            "spark.executor.memory=700m",
            "--conf",
            "spark.ui.enabled=false",
            "--jars",
            joined(libraries(), ","),
            jar().orElseThrow().toString()));
    command.addAll(arguments);
    return launched(name, command);
  }

  private static List<Path> libraries() throws IOException {
    try (Stream<Path> libraries = Files.list(LIBRARIES)) {
      return libraries.sorted().toList();
    }
  }

  private static String joined(List<Path> jars, String separator) {
    return jars.stream().map(Path::toString).collect(Collectors.joining(separator));
  }

  /** Kills a worker; its executor ends by itself. */
  public void kill(String worker) throws InterruptedException {
    processes.get(worker).destroyForcibly().waitFor();
  }

  /** The processes in which films are screened. */
  public List<ProcessHandle> executors() {
    return processes.values().stream()
        .flatMap(process -> process.descendants())
        .filter(
            process ->
                process.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
        .toList();
  }

  /** What a process has said. */
  public String log(String name) {
    try {
      Path file = folder.resolve(name + ".log");
      return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until something holds, for minutes if need be: the machine may be busy. */
  public static void await(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + Duration.ofMinutes(4).toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain until " + what);
      }
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** A jar of one class of the tests. */
  public Path jarOf(Class<?> type) throws IOException {
    String entry = type.getName().replace('.', '/') + ".class";
    Path jar = folder.resolve(type.getSimpleName() + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        var in = type.getClassLoader().getResourceAsStream(entry)) {
      out.putNextEntry(new JarEntry(entry));
      in.transferTo(out);
      out.closeEntry();
    }
    return jar;
  }

  @Override
  public void close() {
    for (Process process : processes.values()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private String master() {
    return "spark://" + LOOPBACK + ":" + port;
  }

  private boolean says(String name, String text) {
    return log(name).contains(text);
  }

  private long count(String name, String text) {
    return log(name).lines().filter(line -> line.contains(text)).count();
  }

  private Process start(String name, List<String> program) throws IOException {
    // The cluster's own words are waited for; the project's configuration would silence them.
    List<String> command = new ArrayList<>(java("-Xmx256m"));
    command.addAll(List.of("-cp", ENGINE + "/*"));
    command.addAll(program);
    return launched(name, command);
  }

  private Process launched(String name, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .putAll(
            Map.of(
                "SPARK_HOME",
                folder.resolve("home").toString(),
                "SPARK_SCALA_VERSION",
                "2.13",
                "SPARK_LOCAL_IP",
                LOOPBACK));
    builder.redirectErrorStream(true).redirectOutput(folder.resolve(name + ".log").toFile());
    Process process = builder.start();
    processes.put(name, process);
    return process;
  }

  private static List<String> java(String memory) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String options =
        Files.readString(Path.of("target/classes/java-options"), StandardCharsets.UTF_8);
    command.addAll(Arrays.asList(options.strip().split("\\s+", -1)));
    command.addAll(List.of("-Djava.awt.headless=true", memory));
    return command;
  }

  private static Optional<Path> jar() {
    try (Stream<Path> files = Files.list(Path.of("target").toAbsolutePath())) {
      return files
          .filter(file -> file.getFileName().toString().matches("strnet-spark-[0-9.]+\\.jar"))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
