package org.strnet.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.strnet.bundle.Bundle;
import org.strnet.dicom.gate.FilmGate;
import org.strnet.dicom.gate.GateConfiguration;
import org.strnet.dicom.node.configuration.NodeConfiguration;
import org.strnet.dicom.result.series.DeviceIdentity;
import org.strnet.dicom.sealing.AesGcmSealing;
import org.strnet.dicom.sealing.Sealing;
import org.strnet.provenance.BadInputException;
import org.strnet.server.configuration.ReadingRoomSettings;
import org.strnet.server.configuration.SecuritySettings;
import org.strnet.server.film.FilmVault;
import org.strnet.server.log.JsonLines;
import org.strnet.server.screening.ScreeningEngine;

/** The server as one process: web, database, DICOM node. */
@SpringBootApplication
@EnableConfigurationProperties({ReadingRoomSettings.class, SecuritySettings.class})
public class ReadingRoom {

  /** Version that results and pages name. */
  private static final String VERSION = "strnet.version";

  /** The node's web server asks nobody who they are; the room takes objects at its own address. */
  private static final String OWN_DOOR_CLOSED = "web: {enabled: false}";

  /** The embedded database's files in the folder, without their ending. */
  public static final String EMBEDDED_DATABASE = "reading-room";

  /**
   * Starts the server and returns when it answers.
   *
   * @param settings under {@code strnet.} and Spring's own names; they go before the defaults
   * @param arguments {@code --name=value}, before the settings
   */
  public static ConfigurableApplicationContext start(
      Map<String, String> settings, String... arguments) throws IOException {
    Properties defaults = defaults(settings);
    SpringApplication application = new SpringApplication(ReadingRoom.class);
    application.setDefaultProperties(defaults);
    application.setRegisterShutdownHook(true);
    application.addInitializers(JsonLines.whereAsked());
    return application.run(arguments);
  }

  /**
   * Opens the database of a server that is not running, without the server.
   *
   * @param settings as for {@link #start}
   * @return with an {@link org.strnet.server.audit.AuditLog} and a data source
   */
  public static ConfigurableApplicationContext openDatabase(Map<String, String> settings)
      throws IOException {
    SpringApplication application = new SpringApplication(DatabaseAlone.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setDefaultProperties(defaults(settings));
    application.setLogStartupInfo(false);
    return application.run();
  }

  private static Properties defaults(Map<String, String> settings) throws IOException {
    Properties defaults =
        PropertiesLoaderUtils.loadProperties(new ClassPathResource("strnet-server.properties"));
    defaults.putAll(settings);
    defaults.putIfAbsent(
        "spring.datasource.url",
        "jdbc:h2:file:"
            + Path.of(defaults.getProperty("strnet.folder"))
                .toAbsolutePath()
                .resolve(EMBEDDED_DATABASE)
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            // By default a commit is written up to half a second later, and a killed process loses
            // it.
            + ";WRITE_DELAY=0");
    return defaults;
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  ScreeningEngine screeningEngine(
      ReadingRoomSettings settings, org.springframework.core.env.Environment environment)
      throws IOException {
    FilmGate gate =
        new FilmGate(
            settings
                .gate()
                .map(Path::of)
                .map(GateConfiguration::read)
                .orElseGet(GateConfiguration::defaults));
    return new ScreeningEngine(
        Bundle.load(Path.of(settings.bundle())),
        gate,
        DeviceIdentity.of(environment.getProperty(VERSION, "0"), settings.station()));
  }

  @Bean
  NodeConfiguration nodeConfiguration(ReadingRoomSettings settings) {
    return settings
        .node()
        .map(ReadingRoom::nodeConfiguration)
        .orElseGet(
            () ->
                NodeConfiguration.parse(
                    "defaults",
                    "folder: '%s'%n%s"
                        .formatted(
                            Path.of(settings.folder())
                                .resolve("node")
                                .toString()
                                .replace("'", "''"),
                            OWN_DOOR_CLOSED)));
  }

  private static NodeConfiguration nodeConfiguration(String file) {
    NodeConfiguration configuration = NodeConfiguration.read(Path.of(file), OWN_DOOR_CLOSED);
    if (!configuration.storage().keyFile().isEmpty()) {
      throw new BadInputException(
          file,
          "storage.keyFile is for the node alone; here strnet.film-key encrypts its files too");
    }
    return configuration;
  }

  @Bean
  FilmVault filmVault(ReadingRoomSettings settings, SecuritySettings security) throws IOException {
    Optional<String> key = security.filmKeyBase64();
    if (key.isEmpty() && settings.filmKey().isPresent()) {
      key = Optional.of(Files.readString(Path.of(settings.filmKey().get())));
    }
    return new FilmVault(Path.of(settings.folder()).resolve("films"), sealing(key));
  }

  private static Sealing sealing(Optional<String> key) {
    try {
      return key.<Sealing>map(AesGcmSealing::ofBase64).orElse(Sealing.NONE);
    } catch (IllegalArgumentException e) {
      throw new BadInputException("strnet.film-key", e.getMessage(), e);
    }
  }
}
