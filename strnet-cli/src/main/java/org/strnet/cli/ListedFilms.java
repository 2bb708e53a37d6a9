package org.strnet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.strnet.dicom.film.DicomDirectory;
import org.strnet.provenance.BadInputException;
import org.strnet.screening.FilmPaths;

/** The films that the arguments stand for, a named DICOMDIR for the images it lists. */
final class ListedFilms {

  private ListedFilms() {}

  static FilmPaths of(List<Path> paths) throws IOException {
    if (paths.stream().noneMatch(ListedFilms::isDirectory)) {
      return FilmPaths.of(paths);
    }
    Set<Path> films = new LinkedHashSet<>();
    List<Path> documents = new ArrayList<>();
    for (Path path : paths) {
      if (isDirectory(path)) {
        films.addAll(images(path));
      } else {
        FilmPaths listed = FilmPaths.of(List.of(path));
        films.addAll(listed.films());
        documents.addAll(listed.documents());
      }
    }
    return new FilmPaths(List.copyOf(films), documents);
  }

  private static boolean isDirectory(Path path) {
    return Files.isRegularFile(path) && DicomDirectory.isNamed(path);
  }

  private static List<Path> images(Path directory) {
    List<Path> images = DicomDirectory.images(directory);
    if (images.isEmpty()) {
      throw new BadInputException(directory.toString(), "must list at least one image, found none");
    }
    return images;
  }
}
