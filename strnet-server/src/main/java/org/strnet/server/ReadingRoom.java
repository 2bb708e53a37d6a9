package org.strnet.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import org.springframework.boot.SpringApplication;
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
import org.strnet.server.configuration.ReadingRoomSettings;
import org.strnet.server.film.AesGcmSealing;
import org.strnet.server.film.FilmVault;
import org.strnet.server.film.Sealing;
import org.strnet.server.log.JsonLines;
import org.strnet.server.screening.ScreeningEngine;

/** The server as one process: web, database, DICOM node. */
@SpringBootApplication
@EnableConfigurationProperties(ReadingRoomSettings.class)
public class ReadingRoom {

  /** Version that results and pages name. */
  private static final String VERSION = "strnet.version";

  /**
   * Starts the server and returns when it answers.
   *
   * @param settings under {@code strnet.} and Spring's own names; they go before the defaults
   * @param arguments {@code --name=value}, before the settings
   */
  public static ConfigurableApplicationContext start(
      Map<String, String> settings, String... arguments) throws IOException {
    Properties defaults =
        PropertiesLoaderUtils.loadProperties(new ClassPathResource("strnet-server.properties"));
    defaults.putAll(settings);
    String folder = defaults.getProperty("strnet.folder");
    defaults.putIfAbsent(
        "spring.datasource.url",
        "jdbc:h2:file:"
            + Path.of(folder).toAbsolutePath().resolve("reading-room")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
    SpringApplication application = new SpringApplication(ReadingRoom.class);
    application.setDefaultProperties(defaults);
    application.setRegisterShutdownHook(true);
    application.addInitializers(JsonLines.whereAsked());
    return application.run(arguments);
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
        .map(Path::of)
        .map(NodeConfiguration::read)
        .orElseGet(
            () ->
                NodeConfiguration.parse(
                    "defaults",
                    "folder: '%s'".formatted(Path.of(settings.folder()).resolve("node"))));
  }

  @Bean
  FilmVault filmVault(ReadingRoomSettings settings) throws IOException {
    Sealing sealing =
        settings.filmKey().isPresent() ? sealing(Path.of(settings.filmKey().get())) : Sealing.NONE;
    return new FilmVault(Path.of(settings.folder()).resolve("films"), sealing);
  }

  /** The key stands in its file as base64. */
  private static Sealing sealing(Path file) throws IOException {
    return new AesGcmSealing(Base64.getDecoder().decode(Files.readString(file).strip()));
  }
}
