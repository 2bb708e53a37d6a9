package org.strnet.dicom.node.scan;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * One pass over a file after PS3.10, chapter 7: preamble, file meta information, data set in any
 * transfer syntax (PS3.5, chapter 7 and annex A).
 */
public final class ObjectScanner {

  private static final String IMPLICIT = "1.2.840.10008.1.2";
  private static final String BIG_ENDIAN = "1.2.840.10008.1.2.2";
  private static final String DEFLATED = "1.2.840.10008.1.2.1.99";
  private static final int META_SOP_CLASS = 0x00020002;
  private static final int META_SOP_INSTANCE = 0x00020003;
  private static final int TRANSFER_SYNTAX = 0x00020010;
  private static final int SOP_CLASS = 0x00080016;
  private static final int SOP_INSTANCE = 0x00080018;
  private static final int STUDY_INSTANCE = 0x0020000D;
  private static final int PIXEL_DATA = 0x7FE00010;
  private static final int ITEM = 0xFFFEE000;
  private static final int ITEM_END = 0xFFFEE00D;
  private static final int SEQUENCE_END = 0xFFFEE0DD;
  private static final long UNDEFINED = 0xFFFFFFFFL;
  private static final int DEEPEST = 32;

  /** VRs whose length has 32 bits (PS3.5, table 7.1-1). */
  private static final Set<String> LONG =
      Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

  private final MessageDigest digest = sha256();
  private final long limit;
  private String sopClass = "";
  private String sopInstance = "";
  private String studyInstance = "";
  private String metaSopClass = "";
  private String metaSopInstance = "";
  private String transferSyntax = "";
  private ElementReader reader;
  private boolean explicit = true;

  private ObjectScanner(InputStream in, long limit) {
    this.limit = limit;
    reader = new ElementReader(in, limit);
  }

  /**
   * Reads a file to its end.
   *
   * @param in the file from its first byte; read to the end, not closed
   * @param limit most bytes of the file, and of its data set where that is deflated
   * @throws MalformedObjectException if it is no DICOM object, or a longer one
   * @throws IOException if the stream fails
   */
  public static ScannedObject scan(InputStream in, long limit) throws IOException {
    ObjectScanner scanner = new ObjectScanner(in, limit);
    try {
      return scanner.run();
    } catch (EOFException e) {
      throw scanner.malformed("the object ends inside an element");
    } catch (ZipException e) {
      throw scanner.malformed("the deflated data set is broken");
    }
  }

  private ScannedObject run() throws IOException {
    reader.pass(128, Optional.empty());
    if (!new String(reader.bytes(4), StandardCharsets.ISO_8859_1).equals("DICM")) {
      throw malformed("a file begins with 128 bytes and DICM");
    }
    readMeta();
    if (transferSyntax.isEmpty()) {
      throw malformed("the file meta information names no transfer syntax");
    }
    readDataset();
    if (sopClass.isEmpty() || sopInstance.isEmpty()) {
      throw malformed("the data set has no SOP Class UID or no SOP Instance UID");
    }
    return new ScannedObject(
        sopClass,
        sopInstance,
        studyInstance,
        metaSopClass,
        metaSopInstance,
        transferSyntax,
        HexFormat.of().formatHex(digest.digest()));
  }

  private void readMeta() throws IOException {
    while (reader.peekShort() == 0x0002) {
      Element element = header();
      switch (element.tag()) {
        case META_SOP_CLASS -> metaSopClass = uid(element);
        case META_SOP_INSTANCE -> metaSopInstance = uid(element);
        case TRANSFER_SYNTAX -> transferSyntax = uid(element);
        default -> reader.pass(defined(element), Optional.empty());
      }
    }
  }

  private void readDataset() throws IOException {
    ElementReader outer = reader;
    explicit = !transferSyntax.equals(IMPLICIT);
    if (transferSyntax.equals(DEFLATED)) {
      Inflater inflater = new Inflater(true);
      InputStream encoded = outer.rest();
      try {
        // Not closed: the stream behind it belongs to the caller.
        reader = new ElementReader(new InflaterInputStream(encoded, inflater, 8192), limit);
        readElements();
        encoded.transferTo(OutputStream.nullOutputStream());
      } finally {
        inflater.end();
      }
      return;
    }
    reader.bigEndian(transferSyntax.equals(BIG_ENDIAN));
    readElements();
  }

  private void readElements() throws IOException {
    while (!reader.atEnd()) {
      Element element = header();
      switch (element.tag()) {
        case SOP_CLASS -> sopClass = uid(element);
        case SOP_INSTANCE -> sopInstance = uid(element);
        case STUDY_INSTANCE -> studyInstance = uid(element);
        case PIXEL_DATA -> pixels(element);
        default -> skip(element, 0);
      }
    }
  }

  private void pixels(Element element) throws IOException {
    if (element.length() != UNDEFINED) {
      reader.pass(element.length(), Optional.of(digest));
      return;
    }
    boolean offsets = true;
    for (int tag = reader.tag(); tag != SEQUENCE_END; tag = reader.tag()) {
      long length = reader.unsignedInt();
      if (tag != ITEM || length == UNDEFINED) {
        throw malformed("encapsulated pixels are items of known length");
      }
      reader.pass(length, offsets ? Optional.empty() : Optional.of(digest));
      offsets = false;
    }
    reader.unsignedInt();
  }

  private void skip(Element element, int depth) throws IOException {
    if (element.length() != UNDEFINED) {
      reader.pass(element.length(), Optional.empty());
      return;
    }
    if (depth == DEEPEST) {
      throw malformed("sequences are nested at most %d deep".formatted(DEEPEST));
    }
    boolean outer = explicit;
    // A sequence whose VR is unknown is encoded implicitly (PS3.5, 6.2.2, note 4).
    explicit = outer && !element.vr().equals("UN");
    for (int tag = reader.tag(); tag != SEQUENCE_END; tag = reader.tag()) {
      if (tag != ITEM) {
        throw malformed("a sequence holds items");
      }
      long length = reader.unsignedInt();
      if (length == UNDEFINED) {
        skipItem(depth + 1);
      } else {
        reader.pass(length, Optional.empty());
      }
    }
    reader.unsignedInt();
    explicit = outer;
  }

  private void skipItem(int depth) throws IOException {
    for (Element element = header(); element.tag() != ITEM_END; element = header()) {
      skip(element, depth);
    }
  }

  private Element header() throws IOException {
    int tag = reader.tag();
    if (!explicit || tag >>> 16 == 0xFFFE) {
      return new Element(tag, "", reader.unsignedInt());
    }
    String vr = new String(reader.bytes(2), StandardCharsets.ISO_8859_1);
    if (!isLetter(vr.charAt(0)) || !isLetter(vr.charAt(1))) {
      throw malformed("a VR is two capital letters");
    }
    if (!LONG.contains(vr)) {
      return new Element(tag, vr, reader.unsignedShort());
    }
    reader.unsignedShort();
    return new Element(tag, vr, reader.unsignedInt());
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private long defined(Element element) throws MalformedObjectException {
    if (element.length() == UNDEFINED) {
      throw malformed("file meta information has elements of known length");
    }
    return element.length();
  }

  private String uid(Element element) throws IOException {
    if (element.length() > 64) {
      throw malformed("a UID has at most 64 characters");
    }
    byte[] value = reader.bytes((int) element.length());
    String text = new String(value, StandardCharsets.ISO_8859_1).replace('\0', ' ').strip();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '.' && (c < '0' || c > '9')) {
        throw malformed("a UID is digits and dots");
      }
    }
    return text;
  }

  private MalformedObjectException malformed(String rule) {
    return new MalformedObjectException("%s, broken near byte %d".formatted(rule, reader.offset()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java platform has it.
    }
  }

  private record Element(int tag, String vr, long length) {}
}
