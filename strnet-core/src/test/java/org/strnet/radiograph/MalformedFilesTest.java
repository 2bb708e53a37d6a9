package org.strnet.radiograph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.strnet.radiograph.NotAssessable.Reason;

class MalformedFilesTest {

  private static final Path FOLDER = Path.of("src/test/resources/malformed");

  static Stream<Map.Entry<String, Reason>> expected() throws IOException {
    Map<String, Reason> expected = new TreeMap<>();
    List<String> lines = Files.readAllLines(FOLDER.resolve("expected.csv"));
    for (String line : lines.subList(1, lines.size())) {
      int comma = line.indexOf(',');
      expected.put(line.substring(0, comma), Reason.valueOf(line.substring(comma + 1)));
    }
    return expected.entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("expected")
  void a_malformed_film_is_refused_with_its_reason_and_by_name(Map.Entry<String, Reason> file) {
    NotAssessableException refused =
        catchThrowableOfType(
            NotAssessableException.class,
            () -> new RadiographReader().read(FOLDER.resolve(file.getKey())));
    assertThat(refused).as(file.getKey()).isNotNull();
    assertThat(refused.notAssessable().reason())
        .as(refused.getMessage())
        .isEqualTo(file.getValue());
    assertThat(refused).hasMessageStartingWith(file.getKey() + ": ");
  }

  @Test
  void every_file_of_the_corpus_is_listed() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> names =
          files
              .map(file -> FOLDER.relativize(file).toString())
              .filter(name -> !name.equals("expected.csv") && !name.equals("README.md"))
              .toList();
      assertThat(names)
          .containsExactlyInAnyOrderElementsOf(expected().map(Map.Entry::getKey).toList());
    }
  }
}
