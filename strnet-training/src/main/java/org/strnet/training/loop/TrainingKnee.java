package org.strnet.training.loop;

import java.util.Objects;
import org.strnet.dataset.Labels;
import org.strnet.network.ClinicalVariables;
import org.strnet.pixels.KneePatch;

/**
 * One film to learn from or to validate on, decoded once and kept in memory.
 *
 * @param row index of its film in the cohort
 * @param patient its patient
 * @param patch the knee with a margin for augmentation
 * @param clinical what is known of the patient
 * @param labels what the heads learn
 * @param weight trust in the labels, 0 to 1
 * @param stratum status and framing, for balanced sampling
 */
public record TrainingKnee(
    int row,
    String patient,
    KneePatch patch,
    ClinicalVariables clinical,
    Labels labels,
    double weight,
    String stratum) {

  /** Checks that all parts are there. */
  public TrainingKnee {
    Objects.requireNonNull(patient);
    Objects.requireNonNull(patch);
    Objects.requireNonNull(clinical);
    Objects.requireNonNull(labels);
    Objects.requireNonNull(stratum);
  }
}
