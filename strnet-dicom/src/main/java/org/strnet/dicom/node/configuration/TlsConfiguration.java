package org.strnet.dicom.node.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.strnet.dicom.send.TlsStores;
import org.strnet.provenance.BadInputException;

/**
 * Transport layer security, with PKCS #12 stores.
 *
 * @param enabled whether it is used
 * @param keyStore file with this node's key and certificate; empty for none
 * @param keyStorePasswordFile file with its password
 * @param trustStore file with trusted certificates; empty for the platform's
 * @param trustStorePasswordFile file with its password
 * @param clientCertificates whether a client must show a trusted certificate
 */
public record TlsConfiguration(
    boolean enabled,
    String keyStore,
    String keyStorePasswordFile,
    String trustStore,
    String trustStorePasswordFile,
    boolean clientCertificates) {

  /** Checks that all are there. */
  public TlsConfiguration {
    Objects.requireNonNull(keyStore);
    Objects.requireNonNull(keyStorePasswordFile);
    Objects.requireNonNull(trustStore);
    Objects.requireNonNull(trustStorePasswordFile);
  }

  /**
   * The material; empty where TLS is off.
   *
   * @throws BadInputException if a store cannot be read
   */
  public Optional<SSLContext> context() {
    if (!enabled) {
      return Optional.empty();
    }
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(), trust(), null);
      return Optional.of(context);
    } catch (GeneralSecurityException e) {
      throw new BadInputException("tls", "the material cannot be used: " + e.getMessage(), e);
    }
  }

  /**
   * The same for a sender of results; empty where TLS is off or nothing but the platform's
   * certificates is used.
   *
   * @throws BadInputException if a key is given without certificates to trust
   */
  public Optional<TlsStores> stores() {
    if (!enabled || (trustStore.isEmpty() && keyStore.isEmpty())) {
      return Optional.empty();
    }
    if (trustStore.isEmpty()) {
      throw new BadInputException("tls", "tls.trustStore must be given beside tls.keyStore");
    }
    return Optional.of(
        new TlsStores(
            store(trustStore, "tls.trustStorePasswordFile", trustStorePasswordFile),
            keyStore.isEmpty()
                ? Optional.empty()
                : Optional.of(store(keyStore, "tls.keyStorePasswordFile", keyStorePasswordFile))));
  }

  private static TlsStores.StoreFile store(String file, String key, String passwordFile) {
    return new TlsStores.StoreFile(Path.of(file), Checks.secret(key, passwordFile).orElse(""));
  }

  private KeyManager[] keys() throws GeneralSecurityException {
    if (keyStore.isEmpty()) {
      return new KeyManager[0];
    }
    char[] password = password("tls.keyStorePasswordFile", keyStorePasswordFile);
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(load(keyStore, password), password);
    return factory.getKeyManagers();
  }

  private TrustManager[] trust() throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(
        trustStore.isEmpty()
            ? null
            : load(trustStore, password("tls.trustStorePasswordFile", trustStorePasswordFile)));
    return factory.getTrustManagers();
  }

  private static char[] password(String key, String file) {
    return Checks.secret(key, file).orElse("").toCharArray();
  }

  private static KeyStore load(String file, char[] password) throws GeneralSecurityException {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      return store;
    } catch (IOException e) {
      throw new BadInputException(file, "the PKCS #12 store cannot be read", e);
    }
  }
}
