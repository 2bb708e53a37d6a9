package org.strnet.dicom.sealing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D): a random 96-bit nonce, the ciphertext, a 128-bit tag. The file's
 * name is authenticated with it, so that two files cannot be exchanged.
 */
public final class AesGcmSealing implements Sealing {

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int OVERHEAD = NONCE_BYTES + TAG_BITS / 8;
  private static final String CIPHER = "AES/GCM/NoPadding";

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param key 32 bytes
   */
  public AesGcmSealing(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("a key has 32 bytes, found " + key.length);
    }
    this.key = new SecretKeySpec(key, "AES");
  }

  /**
   * With a key as text.
   *
   * @param base64 32 bytes in Base64; space round them is left out
   * @throws IllegalArgumentException if it is no such key; the message does not tell it
   */
  public static AesGcmSealing ofBase64(String base64) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("a key is 32 bytes in Base64, found another text");
    }
    return new AesGcmSealing(key);
  }

  @Override
  public byte[] seal(byte[] bytes, String name) {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream(bytes.length + OVERHEAD);
    try (OutputStream out = sealing(sealed, name)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sealed.toByteArray();
  }

  @Override
  public OutputStream sealing(OutputStream out, String name) throws IOException {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    out.write(nonce);
    return new CipherOutputStream(out, cipher(Cipher.ENCRYPT_MODE, nonce, name));
  }

  @Override
  public byte[] open(byte[] bytes, String name) {
    if (bytes.length < OVERHEAD) {
      throw new BrokenSealException("a sealed file was cut short");
    }
    try {
      return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE_BYTES), name)
          .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new BrokenSealException("a sealed file was changed, or the key is another", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String name) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(name.getBytes(StandardCharsets.US_ASCII));
      return cipher;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // Every Java platform has it.
    }
  }
}
