package org.strnet.study.page;

import java.util.List;
import java.util.Optional;
import org.strnet.evaluation.head.StudyFilms;
import org.strnet.evaluation.study.StudyDescription;
import org.strnet.evaluation.study.StudyResults;
import org.strnet.network.BinaryTarget;
import org.strnet.network.ContinuousTarget;

/**
 * A study's results with the names its heads have on the page.
 *
 * @param results what was found
 * @param films predictions and labels by head
 */
record StudyContent(StudyResults results, StudyFilms films) {

  static StudyContent of(StudyResults results) {
    return new StudyContent(
        results, new StudyFilms(results.predictions(), results.labels(), results.patients()));
  }

  StudyDescription description() {
    return results.description();
  }

  private StudyDescription.Heads heads() {
    return results.description().heads();
  }

  boolean hasScreening() {
    return heads().screening().isPresent();
  }

  boolean hasSeverity() {
    return heads().severity().isPresent();
  }

  Optional<ContinuousTarget> tScore() {
    return heads().tScore();
  }

  /** Whether the third head's number has the WHO's classes. */
  boolean areTScores() {
    return tScore().filter(target -> target.name().equals("t_score")).isPresent();
  }

  /** The finding in words, e.g. {@code bone loss}. */
  String finding() {
    return heads().screening().map(target -> words(target.positive())).orElse("the finding");
  }

  /** What is not the finding, e.g. {@code normal}. */
  String noFinding() {
    return heads().screening().map(target -> words(target.negative())).orElse("no finding");
  }

  /** Names of the three classes, mildest first. */
  List<String> classes() {
    Optional<BinaryTarget> severity = heads().severity();
    return List.of(
        noFinding(),
        severity.map(target -> words(target.negative())).orElse(finding()),
        severity.map(target -> words(target.positive())).orElse("severe"));
  }

  static String words(String name) {
    return name.replace('_', ' ');
  }
}
