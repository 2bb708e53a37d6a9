package org.strnet.dicom.send;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.strnet.dicom.result.Program;

/** Keys made by the JDK's keytool, for one test. */
final class TestKeys {

  private static final String PASSWORD = "changeit";

  private TestKeys() {}

  /** The stores of one side, which trusts the other. */
  static TlsStores stores(Path folder, String own, String other) throws Exception {
    make(folder, own);
    make(folder, other);
    Path trust = folder.resolve(own + "-trusts-" + other + ".p12");
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        other,
        "-file",
        certificate(folder, other),
        "-keystore",
        trust.toString(),
        "-storetype",
        "PKCS12",
        "-storepass",
        PASSWORD);
    return new TlsStores(
        new TlsStores.StoreFile(trust, PASSWORD),
        Optional.of(new TlsStores.StoreFile(folder.resolve(own + ".p12"), PASSWORD)));
  }

  private static void make(Path folder, String name) throws Exception {
    Path store = folder.resolve(name + ".p12");
    if (Files.exists(store)) {
      return;
    }
    keytool(
        "-genkeypair",
        "-alias",
        name,
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=ip:127.0.0.1",
        "-validity",
        "2",
        "-keystore",
        store.toString(),
        "-storetype",
        "PKCS12",
        "-storepass",
        PASSWORD);
    keytool(
        "-exportcert",
        "-alias",
        name,
        "-file",
        certificate(folder, name),
        "-keystore",
        store.toString(),
        "-storepass",
        PASSWORD);
  }

  private static String certificate(Path folder, String name) {
    return folder.resolve(name + ".cer").toString();
  }

  private static void keytool(String... arguments) throws Exception {
    List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    String said = Program.output(command);
    if (!said.startsWith("exit 0")) {
      throw new IllegalStateException(said);
    }
  }
}
