package org.strnet.audit.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.strnet.audit.duplicate.DuplicatePair.Sameness;
import org.strnet.audit.film.FilmEvidence;
import org.strnet.audit.film.Workers;

/** Copies of phantom films, planted among others. */
class DuplicateSearchTest {

  private static final int FILMS = 8;
  private static final List<BufferedImage> IMAGES = new ArrayList<>();
  private static final List<FilmEvidence> OTHERS = new ArrayList<>();

  @BeforeAll
  static void draw() {
    for (int i = 0; i < FILMS; i++) {
      IMAGES.add(ChangedFilms.phantom(i));
      OTHERS.add(ChangedFilms.evidence(IMAGES.get(i)));
    }
  }

  @Test
  void different_films_are_no_duplicates() throws InterruptedException {
    assertThat(DuplicateSearch.of(OTHERS, new Workers(2)).pairs()).isEmpty();
  }

  @Test
  void the_same_file_and_the_same_pixels_in_another_file_are_told_apart()
      throws InterruptedException {
    byte[] padded = java.util.Arrays.copyOf(ChangedFilms.png(IMAGES.get(1)), 1 << 22);
    assertThat(found(OTHERS.get(0)).sameness()).isEqualTo(Sameness.FILE);
    assertThat(found(ChangedFilms.evidence(padded)).sameness()).isEqualTo(Sameness.PIXELS);
  }

  @Test
  void a_film_is_found_in_each_of_the_eight_ways_to_lay_it() throws InterruptedException {
    for (Orientation orientation : Orientation.values()) {
      if (orientation == Orientation.AS_IT_IS) {
        continue;
      }
      DuplicatePair pair =
          found(ChangedFilms.evidence(ChangedFilms.laid(IMAGES.get(2), orientation)));
      assertThat(pair.first()).as(orientation.name()).isEqualTo(2);
      assertThat(pair.relation()).isEqualTo(orientation.words());
      assertThat(pair.correlation()).isGreaterThan(0.95);
    }
  }

  @Test
  void a_film_is_found_when_it_was_resized_and_compressed() throws InterruptedException {
    BufferedImage small = ChangedFilms.resized(IMAGES.get(3), 0.4);
    FilmEvidence copy = ChangedFilms.evidence(ChangedFilms.jpeg(small, 0.3f));
    assertThat(found(copy).first()).isEqualTo(3);
  }

  @Test
  void a_film_is_found_when_it_was_mirrored_resized_compressed_and_framed_at_once()
      throws InterruptedException {
    BufferedImage mirrored = ChangedFilms.laid(IMAGES.get(4), Orientation.MIRRORED);
    BufferedImage small = ChangedFilms.resized(mirrored, 0.6);
    int[] whole = {0, 0, small.getWidth(), small.getHeight()};
    for (int grey : new int[] {0, 255}) {
      BufferedImage framed = ChangedFilms.framed(small, whole, 40, grey);
      FilmEvidence copy = ChangedFilms.evidence(ChangedFilms.jpeg(framed, 0.8f));
      assertThat(found(copy).first()).as("border " + grey).isEqualTo(4);
    }
  }

  @Test
  void a_film_is_found_when_a_tenth_was_cut_off() throws InterruptedException {
    BufferedImage image = IMAGES.get(5);
    int[] part = {
      image.getWidth() / 10,
      image.getHeight() / 12,
      image.getWidth() * 9 / 10,
      image.getHeight() * 9 / 10
    };
    assertThat(found(ChangedFilms.evidence(ChangedFilms.framed(image, part, 0, 0))).first())
        .isEqualTo(5);
  }

  @Test
  void groups_join_pairs_that_share_a_film() {
    DuplicatePair a = new DuplicatePair(0, 3, Sameness.FILE, "", 1);
    DuplicatePair b = new DuplicatePair(3, 4, Sameness.EXPOSURE, "mirrored", 0.9);
    DuplicatePair c = new DuplicatePair(1, 2, Sameness.PIXELS, "", 1);
    assertThat(new Duplicates(6, List.of(a, c, b)).groups())
        .containsExactly(List.of(0, 3, 4), List.of(1, 2));
  }

  /** The one pair that appears when a copy is added to the films. */
  private static DuplicatePair found(FilmEvidence copy) throws InterruptedException {
    List<FilmEvidence> films = new ArrayList<>(OTHERS);
    films.add(copy);
    List<DuplicatePair> pairs = DuplicateSearch.of(films, new Workers(2)).pairs();
    assertThat(pairs).hasSize(1);
    assertThat(pairs.get(0).second()).isEqualTo(FILMS);
    return pairs.get(0);
  }
}
