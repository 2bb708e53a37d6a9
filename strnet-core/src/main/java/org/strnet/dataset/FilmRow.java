package org.strnet.dataset;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.strnet.decision.BoneStatus;
import org.strnet.knee.FibulaSide;
import org.strnet.knee.KneeRegion;

/** Turns one row of a cohort file into a film. */
final class FilmRow {

  private final Path folder;
  private final RowReader row;

  FilmRow(Path folder, RowReader row) {
    this.folder = folder;
    this.row = row;
  }

  /** The film, or absent when its image is not named. Faults are noted by the row reader. */
  Optional<CohortFilm> film() {
    Optional<Path> file = file();
    Optional<KneeRegion> knee = knee();
    FilmUse use = use();
    var clinical = ClinicalColumns.read(row);
    checkLabels();
    return file.map(
        path -> new CohortFilm(row.row(), path, patient(), knee, use, clinical, row.values()));
  }

  private Optional<Path> file() {
    Optional<String> image = row.text(CohortColumns.IMAGE);
    if (image.isEmpty()) {
      row.fault(CohortColumns.IMAGE, "must name a file", "");
      return Optional.empty();
    }
    try {
      return Optional.of(folder.resolve(image.get()).normalize());
    } catch (InvalidPathException e) {
      row.fault(CohortColumns.IMAGE, "must be a path", image.get());
      return Optional.empty();
    }
  }

  private String patient() {
    return row.text(CohortColumns.PATIENT)
        .or(() -> row.text(CohortColumns.GROUP))
        .or(() -> row.text(CohortColumns.IMAGE))
        .orElseThrow();
  }

  private Optional<KneeRegion> knee() {
    OptionalDouble cx = row.number(CohortColumns.CX, 0, 1);
    OptionalDouble cy = row.number(CohortColumns.CY, 0, 1);
    OptionalDouble width = row.number(CohortColumns.PLATEAU_WIDTH, 0.001, 1.5);
    FibulaSide side = fibulaSide();
    boolean any =
        row.text(CohortColumns.CX).isPresent()
            || row.text(CohortColumns.CY).isPresent()
            || row.text(CohortColumns.PLATEAU_WIDTH).isPresent();
    if (!any) {
      return Optional.empty();
    }
    if (cx.isEmpty() || cy.isEmpty() || width.isEmpty()) {
      row.fault("cx, cy, plateau_width", "must be given together", writtenKnee());
      return Optional.empty();
    }
    return Optional.of(
        KneeRegion.annotated(cx.getAsDouble(), cy.getAsDouble(), width.getAsDouble(), side));
  }

  private String writtenKnee() {
    return row.text(CohortColumns.CX).orElse("")
        + ", "
        + row.text(CohortColumns.CY).orElse("")
        + ", "
        + row.text(CohortColumns.PLATEAU_WIDTH).orElse("");
  }

  private FibulaSide fibulaSide() {
    String word = row.word(CohortColumns.FIBULA_SIDE).orElse("unknown");
    return switch (word) {
      case "left" -> FibulaSide.LEFT;
      case "right" -> FibulaSide.RIGHT;
      case "unknown" -> FibulaSide.UNKNOWN;
      default -> {
        row.fault(CohortColumns.FIBULA_SIDE, "must be left, right or unknown", word);
        yield FibulaSide.UNKNOWN;
      }
    };
  }

  private FilmUse use() {
    double weight = row.number(CohortColumns.WEIGHT, 0, 1).orElse(1);
    boolean usable = row.yesNo(CohortColumns.USABLE).orElse(true);
    return new FilmUse(weight, usable, fold(), split());
  }

  private OptionalInt fold() {
    OptionalDouble fold = row.number(CohortColumns.FOLD, 0, 1000);
    if (fold.isEmpty()) {
      return OptionalInt.empty();
    }
    if (fold.getAsDouble() != Math.rint(fold.getAsDouble())) {
      row.fault(
          CohortColumns.FOLD, "must be a whole number", row.text(CohortColumns.FOLD).orElse(""));
      return OptionalInt.empty();
    }
    return OptionalInt.of((int) fold.getAsDouble());
  }

  private Optional<Split> split() {
    Optional<String> word = row.word(CohortColumns.SPLIT);
    Optional<Split> split = word.flatMap(Split::ofCode);
    if (word.isPresent() && split.isEmpty()) {
      row.fault(CohortColumns.SPLIT, "must be train, validation or test", word.get());
    }
    return split;
  }

  /** The bone labels must be readable even when another task is trained: they are compared. */
  private void checkLabels() {
    row.word(CohortColumns.BONE_STATUS)
        .filter(word -> BoneLabels.status(word).isEmpty())
        .ifPresent(
            word ->
                row.fault(
                    CohortColumns.BONE_STATUS,
                    "must be one of %s, %s, %s"
                        .formatted((Object[]) BoneLabels.names(BoneStatus.values())),
                    word));
    row.yesNo(CohortColumns.BONE_LOSS);
    row.number(CohortColumns.T_SCORE, -10, 10);
  }
}
