package org.strnet.dicom.node.queue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.strnet.dicom.sealing.BrokenSealException;
import org.strnet.dicom.sealing.SealedFolder;
import org.strnet.dicom.sealing.Sealing;
import org.strnet.provenance.BadInputException;

/** The node's folder, which belongs to one running node. Several threads may use it. */
public final class NodeFolder implements AutoCloseable {

  private static final String PART = ".part";
  private static final String OBJECT = "object";

  private final Path root;
  private final Path incoming;
  private final Path objects;
  private final Path results;
  private final FileChannel lock;
  private final Sealing sealing;
  private final AtomicLong serial = new AtomicLong();

  private NodeFolder(Path root, FileChannel lock, Sealing sealing) {
    this.root = root;
    this.lock = lock;
    this.sealing = sealing;
    incoming = root.resolve("incoming");
    objects = root.resolve("objects");
    results = root.resolve("results");
  }

  /**
   * Takes a folder, which is made where it is missing, and drops what was never acknowledged.
   *
   * @param sealing of objects and results
   * @throws BadInputException if another node has it, it cannot be written, or its files are sealed
   *     with another key
   */
  public static NodeFolder open(Path root, Sealing sealing) {
    NodeFolder folder = take(root, sealing);
    try {
      folder.prepare();
      return folder;
    } catch (IOException e) {
      folder.close();
      throw unusable(root, e);
    } catch (BadInputException e) {
      folder.close();
      throw e;
    }
  }

  /**
   * Takes a folder so that no node runs in it, and changes nothing there.
   *
   * @throws BadInputException if a node has it
   */
  public static NodeFolder hold(Path root) {
    return take(root, Sealing.NONE);
  }

  private static NodeFolder take(Path root, Sealing sealing) {
    try {
      Files.createDirectories(root);
      return new NodeFolder(root, lock(root), sealing);
    } catch (IOException e) {
      throw unusable(root, e);
    }
  }

  private static BadInputException unusable(Path root, IOException e) {
    return new BadInputException(root.toString(), "the node's folder cannot be used", e);
  }

  private void prepare() throws IOException {
    Files.createDirectories(incoming);
    Files.createDirectories(objects);
    Files.createDirectories(results);
    dropParts();
    SealedFolder.prepare(
        root,
        List.of(objects, results),
        sealing,
        file -> objects.equals(file.getParent()) ? OBJECT : String.valueOf(file.getFileName()));
  }

  private static FileChannel lock(Path root) throws IOException {
    FileChannel channel =
        FileChannel.open(
            root.resolve("node.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock held = channel.tryLock();
      if (held != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // The other node is in this very process.
    }
    channel.close();
    throw new BadInputException(root.toString(), "a folder has one node, found another one in it");
  }

  private void dropParts() throws IOException {
    for (Path folder : List.of(incoming, results)) {
      try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*" + PART)) {
        for (Path part : parts) {
          Files.delete(part);
        }
      }
    }
  }

  /** The database's path without its ending. */
  public Path database() {
    return root.resolve("queue");
  }

  /** The folder itself, for the space left on its disk. */
  public Path root() {
    return root;
  }

  /** Bytes left on its disk; a disk that cannot say how much is free has nothing free. */
  public long freeSpace() {
    try {
      return Files.getFileStore(root).getUsableSpace();
    } catch (IOException e) {
      return 0;
    }
  }

  /** A name for a file that is still being received. */
  public Path newPart() {
    return incoming.resolve(serial.incrementAndGet() + PART);
  }

  /**
   * What writes an object into a part. Its name, which holds the object's hash, is not yet known,
   * so it is not sealed under it.
   */
  public OutputStream sealingObject(OutputStream part) throws IOException {
    return sealing.sealing(part, OBJECT);
  }

  /**
   * The bytes of an acknowledged object.
   *
   * @throws BrokenSealException when the file was changed
   */
  public byte[] readObject(String fileName) throws IOException {
    return sealing.open(Files.readAllBytes(object(fileName)), OBJECT);
  }

  /**
   * The bytes of a result.
   *
   * @throws BrokenSealException when the file was changed
   */
  public byte[] readResult(String fileName) throws IOException {
    return sealing.open(Files.readAllBytes(result(fileName)), fileName);
  }

  /** The file of an acknowledged object. */
  public Path object(String fileName) {
    return objects.resolve(fileName);
  }

  /** The file of a result. */
  public Path result(String fileName) {
    return results.resolve(fileName);
  }

  /** Moves a part that was forced to disk; {@link #forceObjects()} makes the move last. */
  public void admit(Path part, String fileName) throws IOException {
    Files.move(part, object(fileName), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Forces the names in {@code objects/} to disk. */
  public void forceObjects() throws IOException {
    force(objects);
  }

  /** Forces the names in {@code results/} to disk. */
  public void forceResults() throws IOException {
    force(results);
  }

  /** Writes a result and forces its bytes; {@link #forceResults()} makes its name last. */
  public void writeResult(String fileName, byte[] bytes) throws IOException {
    Path part = results.resolve(serial.incrementAndGet() + PART);
    try (FileChannel channel =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(sealing.seal(bytes, fileName));
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(false);
      Files.move(part, result(fileName), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw e;
    }
  }

  /** Names of the files in {@code objects/}. */
  public List<String> objectNames() throws IOException {
    return names(objects);
  }

  /** Names of the files in {@code results/}. */
  public List<String> resultNames() throws IOException {
    return names(results);
  }

  private static List<String> names(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        names.add(String.valueOf(file.getFileName()));
      }
    }
    return names;
  }

  /** The name of an object's file: hashes, so that a listing tells nothing of a patient. */
  public static String objectName(String sopInstanceUid, String pixelHash) {
    return hash(sopInstanceUid).substring(0, 32) + "-" + pixelHash.substring(0, 32) + ".dcm";
  }

  /** The name of a result's file. */
  public static String resultName(String sopInstanceUid) {
    return hash(sopInstanceUid).substring(0, 48) + ".dcm";
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java platform has it.
    }
  }

  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      // The lock ends with the process.
    }
  }
}
