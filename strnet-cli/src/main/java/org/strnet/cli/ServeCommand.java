package org.strnet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.strnet.provenance.BadInputException;
import org.strnet.server.ReadingRoom;
import org.strnet.server.account.FirstAdministrator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code strnet serve}. */
@Command(
    name = "serve",
    description = {
      "Opens the reading room: worklist, viewer, results, operations, REST and FHIR in the browser,",
      "with the DICOM node beside them. Research use only. Ends on a signal, after what is under way."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ServeCommand implements Callable<Integer> {

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Films, queue and embedded database; made where it is missing. strnet-data.")
  private Path folder = Path.of("strnet-data");

  @Option(names = "--port", paramLabel = "N", description = "Web port; 8080. 0: any free one.")
  private int port = 8080;

  @Option(
      names = "--address",
      paramLabel = "HOST",
      description =
          "Address to listen on; 127.0.0.1, this machine only. Others need TLS: see docs.")
  private String address = "127.0.0.1";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings of the server as YAML or properties: database, sign-in, TLS.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--node",
      paramLabel = "FILE.yaml",
      description = "Settings of the DICOM node; documented defaults without it.")
  private Optional<Path> node = Optional.empty();

  @Option(
      names = "--bundle",
      paramLabel = "BUNDLE",
      description = "Bundle to screen with; the released one by default.")
  private Optional<Path> bundle = Optional.empty();

  @Option(
      names = "--gate",
      paramLabel = "FILE.yaml",
      description = "Which films are assessed: age limit, words for body part and view.")
  private Optional<Path> gate = Optional.empty();

  @Option(
      names = "--check",
      description = "Start with these settings, say whether the server answers, and end.")
  private boolean check;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    CountDownLatch closed = new CountDownLatch(1);
    try (ConfigurableApplicationContext server = ReadingRoom.start(settings())) {
      if (check) {
        say("The server starts with these settings. Research use only.");
        return 0;
      }
      server.addApplicationListener(
          event -> {
            if (event instanceof ContextClosedEvent) {
              closed.countDown();
            }
          });
      tell(server);
      closed.await();
    }
    return 0;
  }

  private Map<String, String> settings() throws IOException {
    Map<String, String> settings = new HashMap<>();
    settings.put("strnet.folder", folder.toString());
    settings.put("strnet.version", Version.number());
    settings.put(
        "strnet.bundle",
        (bundle.isPresent() ? bundle.get() : Installation.screeningBundle()).toString());
    settings.put("server.port", Integer.toString(port));
    settings.put("server.address", address);
    node.ifPresent(file -> settings.put("strnet.node", file.toString()));
    gate.ifPresent(file -> settings.put("strnet.gate", file.toString()));
    config.ifPresent(file -> settings.put("spring.config.additional-location", location(file)));
    return settings;
  }

  private static String location(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadInputException(file.toString(), "there is no such file");
    }
    return file.toAbsolutePath().toUri().toString();
  }

  private void tell(ConfigurableApplicationContext server) {
    PrintWriter err = spec.commandLine().getErr();
    String listening = server.getEnvironment().getProperty("local.server.port", "");
    err.printf("Reading room: http://%s:%s/%n", address, listening);
    server
        .getBean(FirstAdministrator.class)
        .create()
        .ifPresent(
            password ->
                err.printf(
                    "First sign-in: name %s, one-time password %s%n",
                    FirstAdministrator.NAME, password));
    say("Research use only. Ctrl-C ends it.");
  }

  private void say(String words) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(words);
    err.flush();
  }
}
