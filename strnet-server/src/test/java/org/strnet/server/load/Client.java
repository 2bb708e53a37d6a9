package org.strnet.server.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One signed-in browser. */
final class Client {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");
  private static final String BOUNDARY = "load-trial-boundary";

  private final HttpClient http =
      HttpClient.newBuilder().version(Version.HTTP_1_1).cookieHandler(new CookieManager()).build();
  private final String base;
  private String token = "";

  Client(String base) {
    this.base = base;
  }

  void signIn(String name, String password) throws IOException, InterruptedException {
    token = token(get("/sign-in"));
    String form =
        "username=%s&password=%s&_csrf=%s"
            .formatted(encoded(name), encoded(password), encoded(token));
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(base + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.ofString());
    if (answer.headers().firstValue("location").orElse("error").contains("error")) {
      throw new IllegalStateException("sign-in failed: " + answer.statusCode());
    }
    token = token(get("/"));
  }

  /** A page's text; anything but 200 is an error. */
  String get(String path) throws IOException, InterruptedException {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  /** The bytes of an address; anything but 200 is an error. */
  byte[] bytes(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answered " + answer.statusCode());
    }
    return answer.body();
  }

  /** Uploads an object as the upload page does; anything but success is an error. */
  void upload(byte[] object) throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream(object.length + 512);
    body.writeBytes(
        ("--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.dcm\""
                + "\r\nContent-Type: application/dicom\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(object);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(base + "/upload"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("X-CSRF-TOKEN", token)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IOException("/upload answered " + answer.statusCode());
    }
  }

  private static String token(String page) {
    Matcher found = TOKEN.matcher(page);
    if (!found.find()) {
      throw new IllegalStateException("the page carries no token");
    }
    return found.group(1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
