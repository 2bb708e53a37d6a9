package org.strnet.study.checklist;

import java.util.LinkedHashMap;
import java.util.Map;
import org.strnet.evaluation.study.CohortScreening;
import org.strnet.evaluation.study.StudyDescription;

/** Facts a study knows of itself, by the names that the checklists' sentences use. */
final class ResultsFacts {

  private ResultsFacts() {}

  static Map<String, String> of(StudyDescription study) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("study.mode", study.mode().words());
    if (study.mode() == StudyDescription.Mode.EXTERNAL) {
      facts.put("study.no_updating", "Nothing was updated. " + study.mode().words());
    }
    cohort(study.cohort(), facts);
    facts.put("study.regions", regions(study.regions()));
    facts.put("study.repetitions", Integer.toString(study.resampling().repetitions()));
    facts.put("study.seed", Long.toString(study.resampling().seed()));
    facts.put("study.program", study.run().program());
    facts.put("study.command", study.run().command());
    study
        .bundle()
        .filter(StudyDescription.BundleIdentity::trainedOnThisCohort)
        .ifPresent(
            bundle ->
                facts.put(
                    "study.overlap",
                    "Bundle %s was trained on this very cohort file: it has learnt from these films."
                        .formatted(bundle.name())));
    study.heads().screening().ifPresent(target -> BundleFacts.heads(target, facts));
    study.heads().severity().ifPresent(target -> facts.put("severity", target.meaning()));
    study.heads().tScore().ifPresent(target -> BundleFacts.number(target, facts));
    return facts;
  }

  private static void cohort(StudyDescription.CohortIdentity cohort, Map<String, String> facts) {
    facts.put("study.cohort", cohort.file());
    facts.put("study.cohort_hash", cohort.sha256());
    facts.put("study.films", Integer.toString(cohort.films()));
    facts.put("study.patients", Integer.toString(cohort.patients()));
    facts.put(
        "study.selection",
        cohort.selection().map(which -> "rows with " + which).orElse("all rows"));
  }

  private static String regions(CohortScreening.Regions regions) {
    return switch (regions) {
      case ANNOTATED -> "annotated joints where the cohort has them, else those the finder finds";
      case FOUND -> "always the joints the finder finds";
    };
  }
}
