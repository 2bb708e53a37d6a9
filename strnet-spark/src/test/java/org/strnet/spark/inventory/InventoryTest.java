package org.strnet.spark.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.provenance.BadInputException;
import org.strnet.screening.FilmPaths;
import org.strnet.spark.Embedded;
import org.strnet.spark.identity.FilmIdentities;
import org.strnet.spark.storage.Places;

class InventoryTest {

  @TempDir private Path folder;

  @Test
  void a_folder_holds_the_films_that_screening_finds_in_it() throws IOException {
    for (String name :
        List.of(
            "a.png",
            "b/c.dcm",
            "b/c/d e#f%20.jpg",
            "b/.hidden",
            ".git/x",
            "b/list.csv",
            "DICOMDIR",
            "é/ü")) {
      file(name);
    }
    Files.createSymbolicLink(folder.resolve("b/loop"), folder);

    List<String> expected =
        FilmPaths.of(List.of(folder)).films().stream()
            .map(film -> Places.path(film.toString()).toString())
            .filter(film -> !film.contains("/.git/"))
            .toList();

    assertThat(paths(folder.toString())).containsExactlyInAnyOrderElementsOf(expected).hasSize(4);
  }

  @Test
  void many_folders_are_listed_like_few() throws IOException {
    for (int i = 0; i < 40; i++) {
      file("y%d/m%d/film%d.png".formatted(i % 4, i % 8, i));
    }

    assertThat(paths(folder.toString())).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void a_list_names_films_relative_to_its_folder_and_those_that_are_not_there() throws IOException {
    Path film = file("films/a b.png");
    Path list = folder.resolve("list.csv");
    Files.writeString(
        list,
        "image,age\nfilms/a b.png,61\n\"%s\",62\nfilms/gone.png,63\n".formatted(film),
        StandardCharsets.UTF_8);

    List<ArchivedFile> films = films(list.toString());

    assertThat(films).hasSize(2);
    assertThat(films).anyMatch(found -> found.path().endsWith("gone.png") && found.bytes() == -1);
    assertThat(films).anyMatch(found -> found.path().endsWith("a b.png") && found.bytes() == 4);
  }

  @Test
  void a_parquet_list_is_read_as_well() throws IOException {
    Path film = file("a.png");
    String list = folder.resolve("list.parquet").toString();
    Embedded.spark()
        .createDataFrame(List.of(new Named(film.toString())), Named.class)
        .write()
        .parquet(list);

    assertThat(paths(list)).containsExactly(Places.path(film.toString()).toString());
  }

  @Test
  void a_place_that_is_not_there_and_a_list_without_paths_are_refused_by_name() throws IOException {
    Path list = Files.writeString(folder.resolve("list.csv"), "name\nx\n", StandardCharsets.UTF_8);

    assertThatThrownBy(() -> paths(folder.resolve("nothing").toString()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("nothing");
    assertThatThrownBy(() -> paths(list.toString()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("a list has a column 'path', found [name]");
  }

  @Test
  void a_changed_film_has_another_key() {
    FilmIdentities identities = new FilmIdentities(new byte[32], FilmIdentities.Form.HASHED);

    assertThat(identities.key("a", 1, 2))
        .matches("[0-9a-f]{32}")
        .isEqualTo(identities.key("a", 1, 2))
        .isNotEqualTo(identities.key("a", 1, 3))
        .isNotEqualTo(identities.key("a", 2, 2))
        .isNotEqualTo(identities.key("b", 1, 2));
  }

  /** A line of a list. */
  public record Named(String path) {

    /** The path, as Spark looks for it. */
    public String getPath() {
      return path;
    }
  }

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "film", StandardCharsets.UTF_8);
  }

  private List<String> paths(String... places) throws IOException {
    return films(places).stream().map(ArchivedFile::path).toList();
  }

  private List<ArchivedFile> films(String... places) throws IOException {
    FilmIdentities identities = new FilmIdentities(new byte[32], FilmIdentities.Form.HASHED);
    List<Row> rows =
        new Inventory(Embedded.spark(), identities).of(Arrays.asList(places)).collectAsList();
    return rows.stream().map(ArchivedFile::of).toList();
  }
}
