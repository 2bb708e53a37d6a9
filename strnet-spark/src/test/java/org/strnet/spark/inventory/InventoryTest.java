package org.strnet.spark.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.network.ClinicalVariable;
import org.strnet.provenance.BadInputException;
import org.strnet.screening.FilmPaths;
import org.strnet.spark.Embedded;
import org.strnet.spark.PhantomArchive;
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
  void what_a_list_says_of_a_patient_goes_with_the_film_also_when_its_folder_is_named_too()
      throws IOException {
    file("a.png");
    file("b.png");
    Path list =
        Files.writeString(
            folder.resolve("list.csv"),
            "path,age,sex,height_m,weight_kg,site\na.png,61,F,1.60,64,x\nb.png,,unknown,,,y\n",
            StandardCharsets.UTF_8);

    List<ArchivedFile> films = films(folder.toString(), list.toString());

    assertThat(films).hasSize(2);
    assertThat(film(films, "a.png").patient().variables().value(ClinicalVariable.AGE)).hasValue(61);
    assertThat(film(films, "a.png").patient().variables().value(ClinicalVariable.SEX)).hasValue(1);
    assertThat(film(films, "a.png").patient().variables().value(ClinicalVariable.BMI).orElseThrow())
        .isCloseTo(25, within(1e-9));
    assertThat(film(films, "b.png").patient()).isEqualTo(ListedPatient.NOTHING);
  }

  @Test
  void a_list_that_says_of_a_patient_what_no_patient_has_is_refused() throws IOException {
    Path list =
        Files.writeString(
            folder.resolve("list.csv"),
            "path,age,smoker\na.png,161,no\nb.png,61,perhaps\nc.png,161,no\n",
            StandardCharsets.UTF_8);

    assertThatThrownBy(() -> paths(list.toString()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("age is not plausible for a patient, found '161'")
        .hasMessageContaining("smoker must be yes or no, found 'perhaps'");
  }

  @Test
  void a_folder_that_cannot_be_listed_is_an_entry_and_the_others_are_listed() throws IOException {
    file("a/one.png");
    file("closed/two.png");
    file("z/deep/closed/three.png");
    Embedded.spark()
        .sparkContext()
        .hadoopConfiguration()
        .set("fs.closed.impl", ClosedFolders.class.getName());

    List<ArchivedFile> films = films("closed:" + folder);

    assertThat(films).hasSize(3);
    assertThat(films).filteredOn(film -> film.path().endsWith("one.png")).hasSize(1);
    assertThat(films)
        .filteredOn(film -> film.bytes() == ArchivedFile.CLOSED)
        .allMatch(film -> film.path().endsWith("/closed"))
        .hasSize(2);
    assertThat(films("closed:" + folder.resolve("closed"))).hasSize(1);
  }

  @Test
  void a_dicomdir_stands_for_the_images_it_lists_and_a_file_of_its_name_alone_is_refused()
      throws Exception {
    Path media = Files.createDirectories(folder.resolve("media"));
    Files.move(PhantomArchive.film(media, 1), media.resolve("FILM1"));
    Files.move(PhantomArchive.film(media, 2), media.resolve("OTHER"));
    Path directory = media.resolve("DICOMDIR");
    assumeTrue(isDirectoryMade(media, "FILM1"), "needs a dcmmkdir that takes DX images");

    assertThat(paths(directory.toString()))
        .containsExactly(Places.path(media.resolve("FILM1").toString()).toString());

    Files.copy(media.resolve("FILM1"), directory, StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> paths(directory.toString()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("a DICOMDIR has directory records");
  }

  private static boolean isDirectoryMade(Path media, String film) throws Exception {
    try {
      Process process =
          new ProcessBuilder("dcmmkdir", "+m", "-Nxc", "-W", film)
              .directory(media.toFile())
              .redirectErrorStream(true)
              .start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static ArchivedFile film(List<ArchivedFile> films, String name) {
    return films.stream().filter(film -> film.path().endsWith(name)).findFirst().orElseThrow();
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
