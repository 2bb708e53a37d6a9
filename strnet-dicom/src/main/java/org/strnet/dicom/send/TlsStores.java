package org.strnet.dicom.send;

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
import org.strnet.provenance.BadInputException;

/**
 * Keys of a connection with TLS, in PKCS #12 files.
 *
 * @param trust whom to trust
 * @param identity our own key, where the destination asks for one
 */
public record TlsStores(StoreFile trust, Optional<StoreFile> identity) {

  /**
   * A key store.
   *
   * @param file where it is
   * @param password of the store and of its keys; shows in no text
   */
  public record StoreFile(Path file, String password) {

    /** Checks that both are there. */
    public StoreFile {
      Objects.requireNonNull(file);
      Objects.requireNonNull(password);
    }

    @Override
    public String toString() {
      return file.toString();
    }

    private KeyStore load() {
      try (InputStream in = Files.newInputStream(file)) {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(in, password.toCharArray());
        return store;
      } catch (IOException | GeneralSecurityException e) {
        throw new BadInputException(
            file.toString(), "must be a PKCS #12 key store that its password opens", e);
      }
    }
  }

  /** Checks that both are there. */
  public TlsStores {
    Objects.requireNonNull(trust);
    Objects.requireNonNull(identity);
  }

  /** The first trust manager of the store. */
  TrustManager trustManager() {
    return trustManagers()[0];
  }

  /** The first key manager of the store, if there is an identity. */
  Optional<KeyManager> keyManager() {
    return identity.map(store -> keyManagers(store)[0]);
  }

  /** A context with both. */
  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          identity.map(TlsStores::keyManagers).orElse(new KeyManager[0]), trustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  private TrustManager[] trustManagers() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(trust.load());
      return factory.getTrustManagers();
    } catch (GeneralSecurityException e) {
      throw new BadInputException(trust.toString(), "must hold certificates to trust", e);
    }
  }

  private static KeyManager[] keyManagers(StoreFile store) {
    try {
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store.load(), store.password().toCharArray());
      return factory.getKeyManagers();
    } catch (GeneralSecurityException e) {
      throw new BadInputException(store.toString(), "must hold a key its password opens", e);
    }
  }
}
