package org.strnet.dicom.send;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.strnet.dicom.result.ResultObject;

/**
 * Sends by STOW-RS (PS3.18, 10.5), one object per request. The platform's client ends idle
 * connections by itself. Redirects are not followed: keys would go with them.
 */
public final class StowSender implements ResultSender {

  private static final String BOUNDARY = "strnet-result-boundary";

  private final WebPeer peer;
  private final URI studies;
  private final HttpClient client;

  /** A sender for a destination. */
  public StowSender(WebPeer peer) {
    this.peer = peer;
    String root = peer.service().toString();
    this.studies = URI.create(root.replaceAll("/+$", "") + "/studies");
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(peer.patience().connect());
    peer.tls().ifPresent(stores -> builder.sslContext(stores.context()));
    this.client = builder.build();
  }

  @Override
  public void send(ResultObject result) throws DeliveryException {
    try {
      HttpResponse<byte[]> answer = client.send(request(result), BodyHandlers.ofByteArray());
      StowAnswer.require(who(), answer.statusCode(), answer.body());
    } catch (IOException e) {
      throw new DeliveryException(who() + ": must answer in time, found no answer", true, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeliveryException(who() + ": sending was interrupted", true, e);
    }
  }

  private HttpRequest request(ResultObject result) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(studies)
            .timeout(peer.patience().response())
            .header("Accept", "application/dicom+json")
            .header(
                "Content-Type",
                "multipart/related; type=\"application/dicom\"; boundary=" + BOUNDARY)
            .POST(body(result));
    peer.authorisation().ifPresent(key -> request.header("Authorization", key.header()));
    return request.build();
  }

  private static BodyPublisher body(ResultObject result) {
    String head = "--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\n\r\n";
    String tail = "\r\n--" + BOUNDARY + "--\r\n";
    return BodyPublishers.concat(
        BodyPublishers.ofByteArray(head.getBytes(StandardCharsets.US_ASCII)),
        BodyPublishers.ofByteArray(result.file()),
        BodyPublishers.ofByteArray(tail.getBytes(StandardCharsets.US_ASCII)));
  }

  private String who() {
    return peer.service().getHost();
  }
}
