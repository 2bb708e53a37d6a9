package org.strnet.dicom.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.result.ReadBack;
import org.strnet.dicom.result.ResultCases;
import org.strnet.dicom.result.ResultKind;
import org.strnet.dicom.result.ResultObject;
import org.strnet.report.ModelFacts;

class StowTlsTest {

  private static final ModelFacts FACTS = ResultCases.boneLoss();

  @TempDir Path folder;

  @Test
  void a_service_is_trusted_by_the_keys_of_its_destination_only() throws Exception {
    TlsStores keys = TestKeys.shared(folder);
    ResultObject report =
        ReadBack.object(FACTS, ResultCases.flagged(FACTS), ResultKind.STRUCTURED_REPORT);
    AtomicInteger taken = new AtomicInteger();
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(keys.context()));
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          taken.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try {
      URI service = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
      try (ResultSender sender = peer(service, Optional.of(keys)).open()) {
        sender.send(report);
      }
      try (ResultSender sender = peer(service, Optional.empty()).open()) {
        assertThat(
                catchThrowableOfType(DeliveryException.class, () -> sender.send(report))
                    .isWorthAnotherTry())
            .isTrue();
      }
      assertThat(taken).hasValue(1);
    } finally {
      server.stop(0);
    }
  }

  private static WebPeer peer(URI service, Optional<TlsStores> keys) {
    return new WebPeer(service, Optional.empty(), Patience.USUAL, keys);
  }
}
