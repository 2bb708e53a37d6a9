package org.strnet.server.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.strnet.provenance.BadInputException;

/**
 * The whole folder of a server that is not running as one ZIP file: embedded database, films, the
 * node's queue. Its last entry lists every file with its SHA-256; what lacks it was cut off. A key
 * that films are encrypted with is not in it unless it lies in the folder.
 */
public final class Backup {

  private static final String LIST = "strnet-backup.sha256";
  private static final Set<String> LEFT_OUT = Set.of("node.lock");
  private static final String DATABASE = "reading-room.";
  private static final int MOST_FILES = 10_000_000;

  private Backup() {}

  /**
   * Writes a backup.
   *
   * @param folder of the server, which the caller keeps from running
   * @param database what H2's BACKUP wrote of the embedded database; empty where another one is
   *     used
   * @param file to write; one of this name is replaced when all is written
   * @return how many files it holds
   */
  public static int write(Path folder, Optional<Path> database, Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    List<BackupEntry> entries = new ArrayList<>();
    try {
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
        for (Path source : files(folder, file, part)) {
          String name = folder.relativize(source).toString().replace('\\', '/');
          add(zip, entries, name, Files.newInputStream(source));
        }
        if (database.isPresent()) {
          addDatabase(zip, entries, database.get());
        }
        zip.putNextEntry(new ZipEntry(LIST));
        for (BackupEntry entry : entries) {
          zip.write((entry.sha256() + "  " + entry.name() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        zip.closeEntry();
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
    return entries.size();
  }

  private static void addDatabase(ZipOutputStream zip, List<BackupEntry> entries, Path database)
      throws IOException {
    try (ZipFile copy = new ZipFile(database.toFile())) {
      for (ZipEntry entry : copy.stream().toList()) {
        add(zip, entries, entry.getName(), copy.getInputStream(entry));
      }
    }
  }

  private static void add(
      ZipOutputStream zip, List<BackupEntry> entries, String name, InputStream bytes)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    entries.add(new BackupEntry(name, copy(bytes, zip)));
    zip.closeEntry();
  }

  private static List<Path> files(Path folder, Path file, Path part) throws IOException {
    Set<Path> own = Set.of(file.toAbsolutePath().normalize(), part.toAbsolutePath().normalize());
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(path -> !LEFT_OUT.contains(String.valueOf(path.getFileName())))
          .filter(path -> !String.valueOf(path.getFileName()).endsWith(".part"))
          .filter(path -> !String.valueOf(path.getFileName()).startsWith(DATABASE))
          .filter(path -> !own.contains(path.toAbsolutePath().normalize()))
          .sorted()
          .toList();
    }
  }

  /**
   * Puts a backup into an empty folder; every file is held against its SHA-256.
   *
   * @return how many files
   * @throws BadInputException when it is no backup, was cut off, or was changed
   */
  public static int restore(Path file, Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      SortedMap<String, String> listed = listed(zip, file);
      Set<String> there = new TreeSet<>();
      zip.stream().map(ZipEntry::getName).filter(name -> !name.equals(LIST)).forEach(there::add);
      if (!there.equals(listed.keySet())) {
        throw new BadInputException(file.toString(), "its list of files is another than its files");
      }
      for (Map.Entry<String, String> entry : listed.entrySet()) {
        restore(zip, file, folder, new BackupEntry(entry.getKey(), entry.getValue()));
      }
      return listed.size();
    } catch (java.util.zip.ZipException e) {
      throw new BadInputException(file.toString(), "is no backup, or was cut off", e);
    }
  }

  private static void restore(ZipFile zip, Path file, Path folder, BackupEntry entry)
      throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    Path target = root.resolve(entry.name()).normalize();
    if (!target.startsWith(root) || target.equals(root)) {
      throw new BadInputException(file.toString(), "a file of it lies outside the folder");
    }
    Files.createDirectories(target.getParent());
    String hash;
    try (OutputStream out = Files.newOutputStream(target)) {
      hash = copy(zip.getInputStream(zip.getEntry(entry.name())), out);
    }
    if (!hash.equals(entry.sha256())) {
      throw new BadInputException(file.toString(), "was changed: " + entry.name());
    }
  }

  private static SortedMap<String, String> listed(ZipFile zip, Path file) throws IOException {
    ZipEntry list = zip.getEntry(LIST);
    if (list == null || zip.size() > MOST_FILES) {
      throw new BadInputException(file.toString(), "is no backup of a reading room");
    }
    SortedMap<String, String> listed = new TreeMap<>();
    String text = new String(zip.getInputStream(list).readAllBytes(), StandardCharsets.UTF_8);
    for (String line : text.lines().toList()) {
      String[] parts = line.split("  ", 2);
      if (parts.length != 2 || listed.put(parts[1], parts[0]) != null) {
        throw new BadInputException(file.toString(), "its list of files is broken");
      }
    }
    return listed;
  }

  /** Copies and closes; gives the SHA-256 of what went through. */
  private static String copy(InputStream from, OutputStream to) throws IOException {
    try (DigestInputStream in = new DigestInputStream(from, MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(to);
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java platform has it.
    }
  }
}
