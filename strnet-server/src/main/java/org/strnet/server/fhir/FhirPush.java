package org.strnet.server.fhir;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.strnet.dicom.node.deliver.BackOff;
import org.strnet.server.log.Correlation;
import org.strnet.server.screening.FilmChanged;

/**
 * Sends results to a FHIR server, each as one transaction, until it has them. A server that is not
 * there is tried again after ever longer pauses; what it refuses for good is kept as refused.
 */
@Component
class FhirPush implements SmartLifecycle {

  private static final Logger LOG = System.getLogger(FhirPush.class.getName());
  private static final Duration LONGEST_REQUEST = Duration.ofSeconds(60);
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
  private static final int AT_ONCE = 50;

  private final FhirDeliveries deliveries;
  private final ReportedFilms films;
  private final FilmResources resources;
  private final FhirJson json;
  private final FhirSettings settings;
  private final BackOff pauses;
  private final Clock clock;
  private final Semaphore wake = new Semaphore(0);
  private volatile Optional<Thread> sender = Optional.empty();

  FhirPush(
      FhirDeliveries deliveries,
      ReportedFilms films,
      FilmResources resources,
      FhirJson json,
      FhirSettings settings,
      MeterRegistry meters,
      Clock clock) {
    this.deliveries = deliveries;
    this.films = films;
    this.resources = resources;
    this.json = json;
    this.settings = settings;
    this.clock = clock;
    pauses =
        new BackOff(
            seconds(settings.pushFirstPauseSeconds().orElse(10.0)),
            seconds(settings.pushLongestPauseSeconds().orElse(3600.0)));
    if (settings.pushUrl().isPresent()) {
      for (String state : List.of("WAITING", "DELIVERED", "REFUSED")) {
        Gauge.builder("strnet.fhir.deliveries", () -> deliveries.counts().getOrDefault(state, 0L))
            .description("Results for the FHIR server by state")
            .tag("state", state.toLowerCase(java.util.Locale.ROOT))
            .register(meters);
      }
    }
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  @EventListener
  void changed(FilmChanged change) {
    wake.release();
  }

  @Override
  public void start() {
    settings
        .pushUrl()
        .ifPresent(
            url -> {
              deliveries.begin(url);
              Thread thread = new Thread(() -> send(url), "fhir-push");
              thread.setDaemon(true);
              sender = Optional.of(thread);
              thread.start();
            });
  }

  @Override
  public void stop() {
    sender.ifPresent(
        thread -> {
          sender = Optional.empty();
          thread.interrupt();
          try {
            thread.join(LONGEST_REQUEST.toMillis());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @Override
  public boolean isRunning() {
    return sender.isPresent();
  }

  private void send(String url) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    Instant looked = Instant.MIN;
    boolean woken = true;
    while (sender.isPresent()) {
      try {
        if (woken || looked.isBefore(Instant.now(clock).minus(LOOK_AGAIN))) {
          looked = Instant.now(clock);
          deliveries.queueWhatIsNew(url);
        }
        for (FhirDeliveries.Due delivery : deliveries.due(url, AT_ONCE)) {
          send(client, url, delivery);
        }
        woken = wake.tryAcquire(1, TimeUnit.SECONDS);
        wake.drainPermits();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "sending to the FHIR server goes on after a pause", e);
        if (!pause()) {
          return;
        }
      }
    }
  }

  private static boolean pause() {
    try {
      TimeUnit.SECONDS.sleep(5);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private void send(HttpClient client, String url, FhirDeliveries.Due delivery)
      throws InterruptedException {
    Optional<ReportedFilm> film = films.ofResult(delivery.resultId());
    if (film.isEmpty()) {
      deliveries.refused(delivery, "deleted here");
      return;
    }
    try (Correlation scope = Correlation.begin(film.get().film().correlationId())) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url))
              .timeout(LONGEST_REQUEST)
              .header("Content-Type", FhirJson.TYPE)
              .header("Accept", FhirJson.TYPE)
              .header(Correlation.HEADER, film.get().film().correlationId())
              .POST(BodyPublishers.ofString(json.write(resources.transaction(film.get(), url))));
      settings.pushToken().ifPresent(token -> request.header("Authorization", "Bearer " + token));
      HttpResponse<Void> answer = client.send(request.build(), BodyHandlers.discarding());
      ended(delivery, answer.statusCode());
    } catch (IOException e) {
      again(delivery, e.getClass().getSimpleName());
    }
  }

  private void ended(FhirDeliveries.Due delivery, int status) {
    String said = "HTTP " + status;
    if (status >= 200 && status < 300) {
      deliveries.delivered(delivery, said);
      LOG.log(Level.INFO, "result {0} is on the FHIR server", delivery.resultId());
    } else if (status >= 500 || status == 408 || status == 429 || status == 401 || status == 403) {
      // A wrong token is mended here, not by the sender giving up.
      again(delivery, said);
    } else {
      deliveries.refused(delivery, said);
      LOG.log(Level.WARNING, "the FHIR server refused result {0}: {1}", delivery.resultId(), said);
    }
  }

  private void again(FhirDeliveries.Due delivery, String said) {
    long pause =
        pauses.pauseMillis(delivery.failures() + 1, ThreadLocalRandom.current().nextDouble());
    deliveries.failed(delivery, said, Instant.now(clock).plusMillis(pause));
    LOG.log(
        Level.WARNING,
        "the FHIR server did not take result {0} ({1}); again in {2} ms",
        delivery.resultId(),
        said,
        pause);
  }
}
