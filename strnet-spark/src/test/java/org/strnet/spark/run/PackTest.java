package org.strnet.spark.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.strnet.spark.inventory.ArchivedFile;
import org.strnet.spark.inventory.ListedPatient;

class PackTest {

  @Test
  void every_film_is_in_one_pack_the_largest_first() {
    List<ArchivedFile> films = IntStream.range(0, 100).mapToObj(i -> film(i, i)).toList();

    List<Pack> packs = Pack.of(films, 1);

    assertThat(packs).hasSize(9);
    assertThat(packs.get(0).films().get(0).bytes()).isEqualTo(99);
    assertThat(packs.stream().flatMap(pack -> pack.films().stream()))
        .containsExactlyInAnyOrderElementsOf(films);
  }

  @Test
  void a_large_batch_has_packs_of_some_seconds_and_not_more() {
    List<ArchivedFile> films = IntStream.range(0, 20_000).mapToObj(i -> film(i, 1)).toList();

    assertThat(Pack.of(films, 2)).hasSize(625).allMatch(pack -> pack.films().size() == 32);
  }

  @Test
  void films_too_large_to_stand_together_stand_alone() {
    List<ArchivedFile> films = IntStream.range(0, 40).mapToObj(i -> film(i, 200L << 20)).toList();

    assertThat(Pack.of(films, 1)).hasSize(40);
  }

  @Test
  void a_film_whose_size_is_unknown_takes_no_room() {
    assertThat(Pack.of(List.of(film(1, ArchivedFile.UNKNOWN)), 4)).hasSize(1);
    assertThat(Pack.of(List.of(), 4)).isEmpty();
  }

  private static ArchivedFile film(int number, long bytes) {
    return new ArchivedFile(
        "%032x".formatted(number), "file:/film" + number, bytes, 0, ListedPatient.NOTHING);
  }
}
