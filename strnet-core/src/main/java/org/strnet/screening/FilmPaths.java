package org.strnet.screening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.strnet.provenance.BadInputException;

/**
 * The films that files and folders stand for. A file that is named is always tried. In a folder and
 * those below it every regular file that is not hidden is tried, whatever it is called, so that
 * nothing is passed over in silence; only documents (tables, reports, the DICOMDIR of a medium) are
 * left aside, and counted.
 *
 * @param films in the order given, a folder's films by their path; no film twice
 * @param documents files in folders that were left aside
 */
public record FilmPaths(List<Path> films, List<Path> documents) {

  private static final Set<String> DOCUMENTS =
      Set.of("csv", "json", "jsonl", "md", "html", "yaml", "yml");

  /** Copies the lists. */
  public FilmPaths {
    films = List.copyOf(films);
    documents = List.copyOf(documents);
  }

  /**
   * Lists the films.
   *
   * @throws BadInputException when a path does not exist or no film is found
   */
  public static FilmPaths of(List<Path> paths) throws IOException {
    Set<Path> films = new LinkedHashSet<>();
    Set<Path> documents = new LinkedHashSet<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new BadInputException(path.toString(), "there is no such file or folder");
      }
      if (Files.isDirectory(path)) {
        for (Path file : filesBelow(path)) {
          (isDocument(file) ? documents : films).add(file);
        }
      } else {
        films.add(path);
      }
    }
    if (films.isEmpty()) {
      throw new BadInputException(paths.toString(), "must hold at least one film, found none");
    }
    return new FilmPaths(List.copyOf(films), List.copyOf(documents));
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        if (Files.isHidden(entry)) {
          continue;
        }
        if (Files.isDirectory(entry) && !Files.isSymbolicLink(entry)) {
          files.addAll(filesBelow(entry));
        } else if (Files.isRegularFile(entry)) {
          files.add(entry);
        }
      }
    }
    return files;
  }

  private static boolean isDocument(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.equals("dicomdir") || DOCUMENTS.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
