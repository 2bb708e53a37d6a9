package org.strnet.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.provenance.BadInputException;

class FoldsTest {

  private static final Targets LOSS =
      new Targets(Targets.BONE.screening(), java.util.Optional.empty(), java.util.Optional.empty());

  @TempDir Path folder;

  @Test
  void folds_of_the_column_hold_every_usable_film_once() {
    Folds folds =
        Folds.ofColumn(
            CohortFiles.read(folder, "image,fold,usable\na,1,yes\nb,0,yes\nc,1,yes\nd,,no\n"));
    assertThat(folds.heldOut(0)).extracting(CohortFilm::image).containsExactly("b");
    assertThat(folds.heldOut(1)).extracting(CohortFilm::image).containsExactly("a", "c");
    assertThat(folds.rest(1)).isEqualTo(folds.heldOut(0));
  }

  @Test
  void folds_that_leak_or_have_gaps_are_refused() {
    Path leak = CohortFiles.write(folder, "image,patient,fold\na,p,0\nb,p,1\n");
    Cohort leaking = Cohort.read(leak, Contradictions.REPORT_AND_GO_ON);
    assertThatThrownBy(() -> Folds.ofColumn(leaking))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("patient 'p' is in folds 0 and 1");
    Cohort gap = CohortFiles.read(folder, "image,fold\na,0\nb,\n");
    assertThatThrownBy(() -> Folds.ofColumn(gap)).hasMessageContaining("row 3");
    Cohort none = CohortFiles.read(folder, "image\na\n");
    assertThatThrownBy(() -> Folds.ofColumn(none)).hasMessageContaining("fold");
  }

  @Test
  void drawn_folds_split_no_patient_and_balance_size_and_label() {
    Cohort cohort = random(7);
    int positives = positives(cohort.films());
    for (long seed = 0; seed < 20; seed++) {
      Folds folds = Folds.drawn(cohort, LOSS, 5, seed);
      Set<String> seen = new HashSet<>();
      for (int fold = 0; fold < 5; fold++) {
        Set<String> patients = patients(folds.heldOut(fold));
        assertThat(seen).as("seed %d", seed).doesNotContainAnyElementsOf(patients);
        seen.addAll(patients);
        assertThat(folds.heldOut(fold).size()).isBetween(38, 42);
        assertThat(positives(folds.heldOut(fold)) - positives / 5.0).isBetween(-2.0, 2.0);
        assertThat(folds.heldOut(fold).size() + folds.rest(fold).size()).isEqualTo(cohort.size());
      }
    }
  }

  @Test
  void a_seed_gives_the_same_folds_again_and_another_seed_others() {
    Cohort cohort = random(7);
    assertThat(Folds.drawn(cohort, LOSS, 5, 1)).isEqualTo(Folds.drawn(cohort, LOSS, 5, 1));
    assertThat(Folds.drawn(cohort, LOSS, 5, 1)).isNotEqualTo(Folds.drawn(cohort, LOSS, 5, 2));
  }

  @Test
  void more_folds_than_patients_are_refused() {
    Cohort cohort = CohortFiles.read(folder, "image,patient,bone_loss\na,p,1\nb,p,1\nc,q,0\n");
    assertThatThrownBy(() -> Folds.drawn(cohort, LOSS, 3, 1)).hasMessageContaining("found 2");
  }

  @Test
  void a_validation_split_splits_no_patient_and_keeps_fraction_and_label() {
    Cohort cohort = random(11);
    for (long seed = 0; seed < 20; seed++) {
      ValidationSplit split = ValidationSplit.drawn(cohort.films(), LOSS, 0.2, seed);
      assertThat(patients(split.training()))
          .doesNotContainAnyElementsOf(patients(split.validation()));
      assertThat(split.training().size() + split.validation().size()).isEqualTo(cohort.size());
      assertThat(split.validation().size()).as("seed %d", seed).isBetween(36, 44);
      assertThat(positives(split.validation()) - 0.2 * positives(cohort.films()))
          .isBetween(-3.0, 3.0);
    }
  }

  @Test
  void neither_side_of_a_validation_split_is_empty() {
    Cohort cohort =
        CohortFiles.read(folder, "image,patient,bone_loss\na,p,1\nb,p,1\nc,p,1\nd,q,1\n");
    for (double fraction : new double[] {0.01, 0.5, 0.99}) {
      ValidationSplit split = ValidationSplit.drawn(cohort.films(), LOSS, fraction, 3);
      assertThat(split.training()).isNotEmpty();
      assertThat(split.validation()).isNotEmpty();
    }
  }

  /** Validation films are drawn from small and large patients alike. */
  @Test
  void a_validation_split_does_not_prefer_patients_with_many_films() {
    Cohort cohort = random(5);
    double all = (double) cohort.size() / patients(cohort.films()).size();
    double mean = 0;
    for (long seed = 0; seed < 50; seed++) {
      List<CohortFilm> films = ValidationSplit.drawn(cohort.films(), LOSS, 0.2, seed).validation();
      mean += (double) films.size() / patients(films).size() / 50;
    }
    assertThat(mean / all).isBetween(0.8, 1.2);
  }

  /** 200 films of patients with one to four films each, about a quarter with bone loss. */
  private Cohort random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder csv = new StringBuilder("image,patient,bone_loss\n");
    int films = 0;
    for (int patient = 0; films < 200; patient++) {
      int loss = random.nextInt(4) == 0 ? 1 : 0;
      int own = Math.min(1 + random.nextInt(4), 200 - films);
      for (int i = 0; i < own; i++) {
        csv.append(String.format(Locale.ROOT, "f%d.png,p%d,%d%n", films++, patient, loss));
      }
    }
    return CohortFiles.read(folder, csv.toString());
  }

  private static Set<String> patients(List<CohortFilm> films) {
    Set<String> patients = new HashSet<>();
    films.forEach(film -> patients.add(film.patient()));
    return patients;
  }

  private static int positives(List<CohortFilm> films) {
    return films.stream().mapToInt(film -> LOSS.labels(film).boneLoss().orElse(0)).sum();
  }
}
