package org.strnet.dicom.send;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.strnet.dicom.result.Program;

/** A key made by the JDK's keytool, for one test. */
final class TestKeys {

  private static final String PASSWORD = "changeit";

  private TestKeys() {}

  /** One key that both sides hold and trust: Java trusts the certificate of a key it holds. */
  static TlsStores shared(Path folder) throws Exception {
    Path store = folder.resolve("key.p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "key",
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
    String said = Program.output(command);
    if (!said.startsWith("exit 0")) {
      throw new IllegalStateException(said);
    }
    var file = new TlsStores.StoreFile(store, PASSWORD);
    return new TlsStores(file, Optional.of(file));
  }
}
