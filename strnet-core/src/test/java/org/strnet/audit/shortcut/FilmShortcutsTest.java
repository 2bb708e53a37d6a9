package org.strnet.audit.shortcut;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.strnet.audit.film.AuditedFilm;
import org.strnet.audit.film.FilmEvidence;
import org.strnet.audit.film.FilmTraces;
import org.strnet.audit.film.GreyPicture;
import org.strnet.audit.film.StoredImage;
import org.strnet.audit.finding.Check;
import org.strnet.audit.finding.Found;
import org.strnet.audit.label.LabelledFilms;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.FilmUse;
import org.strnet.evaluation.resampling.PatientBootstrap;
import org.strnet.network.ClinicalVariables;

/** Films whose size and surroundings either go with the label or do not. */
class FilmShortcutsTest {

  private static final PatientBootstrap BOOTSTRAP = new PatientBootstrap(200, 5);

  @Test
  void a_planted_framing_shortcut_is_a_finding_in_plain_words() {
    Found found = FilmShortcuts.of(films(120, 0.85, 0), BOOTSTRAP);
    assertThat(found.findings())
        .extracting(finding -> finding.check())
        .containsExactly(Check.FRAMING_SHORTCUT);
    assertThat(found.findings().get(0).title())
        .contains("borders of the films alone predict the label", "without looking at bone");
    assertThat(found.figures().get("shortcut.framing.auroc").value().orElseThrow())
        .isBetween(0.75, 0.95);
  }

  @Test
  void a_bright_corner_that_goes_with_the_label_is_found_with_the_knee_masked() {
    Found found = FilmShortcuts.of(films(120, 0.5, 60), BOOTSTRAP);
    assertThat(found.findings())
        .extracting(finding -> finding.check())
        .containsExactly(Check.MASKED_FILM_SHORTCUT);
  }

  @Test
  void without_a_shortcut_there_is_no_finding() {
    Found found = FilmShortcuts.of(films(120, 0.5, 0), BOOTSTRAP);
    assertThat(found.findings()).isEmpty();
  }

  @Test
  void too_few_patients_of_a_label_are_said_to_be_too_few() {
    Found found = FilmShortcuts.of(films(12, 0.9, 0), BOOTSTRAP);
    assertThat(found.findings()).isEmpty();
    assertThat(found.figures().get("shortcut.framing.auroc").text())
        .isEqualTo("not estimable (n = 12): needs 10 patients of each label");
  }

  /** Half the films positive; these are wide with the given chance, the others with the rest. */
  private static LabelledFilms films(int n, double wideWhenPositive, int corner) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(3);
    List<AuditedFilm> films = new ArrayList<>();
    List<Boolean> labels = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      boolean positive = i % 2 == 0;
      boolean wide = random.nextDouble() < (positive ? wideWhenPositive : 1 - wideWhenPositive);
      float[] greys = new float[32 * 40];
      for (int p = 0; p < greys.length; p++) {
        boolean isCorner = p % 32 < 8 && p / 32 < 8;
        greys[p] = 80 + 60 * random.nextFloat() + (positive && isCorner ? corner : 0);
      }
      FilmTraces traces =
          new FilmTraces(
              new StoredImage("png", 1),
              400_000 + random.nextInt(100_000),
              (wide ? 1200 : 800) + random.nextInt(100),
              1000 + random.nextInt(100),
              8,
              new FilmTraces.Borders(0, random.nextDouble() / 10, 0, 0),
              random.nextDouble() / 5,
              0,
              random.nextInt(3),
              0);
      String hash = "%064x".formatted(i);
      films.add(
          new AuditedFilm(
              row(i),
              Optional.of(new FilmEvidence(hash, hash, traces, GreyPicture.of(32, 40, greys))),
              ""));
      labels.add(positive);
      groups.add("g" + i);
    }
    return new LabelledFilms(films, labels, groups);
  }

  private static CohortFilm row(int i) {
    return new CohortFilm(
        i + 2,
        Path.of("f" + i + ".png"),
        "p" + i,
        Optional.empty(),
        FilmUse.DEFAULT,
        ClinicalVariables.NONE,
        Map.of("image", "f" + i + ".png"));
  }
}
