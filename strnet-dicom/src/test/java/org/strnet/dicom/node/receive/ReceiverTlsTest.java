package org.strnet.dicom.node.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.node.Programs;
import org.strnet.dicom.node.Stage;
import org.strnet.dicom.node.TestObjects;
import org.strnet.dicom.node.configuration.NodeConfiguration;

/** TLS with DCMTK, both sides with a certificate made for the test. */
@Timeout(60)
class ReceiverTlsTest {

  @TempDir Path root;

  private String path(String name) {
    return root.resolve(name).toString();
  }

  private void run(String... command) throws IOException, InterruptedException {
    assertThat(Programs.run(root.resolve("log"), List.of(command))).as(command[0]).isZero();
  }

  private void makeCertificates() throws Exception {
    Programs.require("openssl");
    run(
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=strnet",
        "-keyout",
        path("key.pem"),
        "-out",
        path("certificate.pem"));
    run(
        "openssl",
        "pkcs12",
        "-export",
        "-inkey",
        path("key.pem"),
        "-in",
        path("certificate.pem"),
        "-out",
        path("key.p12"),
        "-passout",
        "pass:password");
    run(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-importcert",
        "-noprompt",
        "-alias",
        "peer",
        "-storetype",
        "PKCS12",
        "-keystore",
        path("trust.p12"),
        "-storepass",
        "password",
        "-file",
        path("certificate.pem"));
    Files.writeString(root.resolve("password"), "password");
  }

  private ReceiverRules rules() {
    return NodeConfiguration.parse(
            "test",
            """
            receiver:
              port: 0
              address: 127.0.0.1
              idleSeconds: 2
              tls: {enabled: true, keyStore: '%s', keyStorePasswordFile: '%s',
                    trustStore: '%s', trustStorePasswordFile: '%s', clientCertificates: true}
            """
                .formatted(path("key.p12"), path("password"), path("trust.p12"), path("password")))
        .receiver()
        .rules(Set.of(TestObjects.CR));
  }

  private int echo(DicomReceiver receiver, String... tls) throws Exception {
    Programs.require("echoscu");
    List<String> command = new ArrayList<>(List.of("echoscu", "-to", "5", "-aec", "STRNET"));
    command.addAll(List.of(tls));
    command.addAll(List.of("+cf", path("certificate.pem"), "127.0.0.1"));
    command.add(String.valueOf(receiver.port()));
    return Programs.run(root.resolve("log"), command);
  }

  @Test
  void only_a_peer_with_a_trusted_certificate_is_served_even_while_others_are_silent()
      throws Exception {
    makeCertificates();
    try (Stage stage = new Stage(root.resolve("node"));
        DicomReceiver receiver = new DicomReceiver(rules(), stage.intake);
        Socket silent = new Socket(InetAddress.getLoopbackAddress(), receiver.port())) {
      assertThat(echo(receiver, "+tls", path("key.pem"), path("certificate.pem"))).isZero();
      assertThat(echo(receiver, "+tla")).isNotZero();
      assertThat(silent.isConnected()).isTrue();
    }
  }
}
