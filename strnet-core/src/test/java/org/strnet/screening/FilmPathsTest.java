package org.strnet.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.provenance.BadInputException;

class FilmPathsTest {

  @TempDir Path temp;

  @Test
  void a_folder_gives_every_visible_file_sorted_and_sets_documents_aside() throws IOException {
    for (String name :
        List.of("b.png", "a/2.jpg", "a/1", ".hidden.png", ".git/x.png", "cohort.csv", "z.TXT")) {
      Path file = temp.resolve(name);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }

    FilmPaths paths = FilmPaths.of(List.of(temp));

    assertThat(paths.films().stream().map(film -> temp.relativize(film).toString()))
        .containsExactly("a/1", "a/2.jpg", "b.png", "z.TXT");
    assertThat(paths.documents()).containsExactly(temp.resolve("cohort.csv"));
  }

  @Test
  void a_named_file_is_always_tried_and_none_twice() throws IOException {
    Path csv = Files.createFile(temp.resolve("really-a-film.csv"));
    Path film = Files.createFile(temp.resolve("a.png"));

    assertThat(FilmPaths.of(List.of(csv, film, temp, film)).films()).containsExactly(csv, film);
  }

  @Test
  void a_folder_that_links_to_itself_is_walked_once() throws IOException {
    Files.createFile(temp.resolve("a.png"));
    Files.createSymbolicLink(temp.resolve("again"), temp);

    assertThat(FilmPaths.of(List.of(temp)).films()).containsExactly(temp.resolve("a.png"));
  }

  @Test
  void a_path_that_is_not_there_and_an_empty_folder_are_refused() {
    assertThatThrownBy(() -> FilmPaths.of(List.of(temp.resolve("gone"))))
        .isInstanceOf(BadInputException.class)
        .hasMessageEndingWith("gone: there is no such file or folder");
    assertThatThrownBy(() -> FilmPaths.of(List.of(temp)))
        .isInstanceOf(BadInputException.class)
        .hasMessageEndingWith("must hold at least one film, found none");
  }
}
