package org.strnet.training.study;

import java.util.Arrays;
import java.util.List;
import org.strnet.network.ClinicalEncoding;
import org.strnet.network.ClinicalHeads;
import org.strnet.training.configuration.NetworkConfiguration;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.loop.Prediction;
import org.strnet.training.loop.Trainer;
import org.strnet.training.loop.TrainingKnee;
import org.strnet.training.network.StrNet;
import org.strnet.training.network.StrNetSettings;

/**
 * A network fitted to films, with the encoding of its clinical input.
 *
 * @param network the averaged network
 * @param encoding of the clinical variables, from the training films
 */
record NetworkFit(StrNet network, ClinicalEncoding encoding) {

  /**
   * Films of one fit.
   *
   * @param training films to learn from
   * @param validation films that may stop it; may be empty
   */
  record Films(List<TrainingKnee> training, List<TrainingKnee> validation) {}

  /**
   * Fits one network.
   *
   * @param configuration of the run
   * @param films to learn from and to validate on
   * @param weights to begin with
   * @param run where and with whom
   */
  static NetworkFit fit(
      TrainingConfiguration configuration, Films films, InitialWeights weights, FitRun run) {
    ClinicalEncoding encoding =
        weights
            .bundle()
            .map(StartingBundle::encoding)
            .orElseGet(
                () -> ClinicalEncodings.of(configuration.clinical().variables(), films.training()));
    StrNetSettings settings =
        weights
            .bundle()
            .map(bundle -> bundle.settings(configuration))
            .orElseGet(() -> settings(configuration, encoding, films.training()));
    StrNet network = StrNet.create(settings, configuration.seed());
    if (run.workers().isFirst()) {
      weights.into(network);
    }
    if (weights.bundle().isEmpty()) {
      startFrom(network, encoding, films.training());
    }
    if (configuration.optimisation().epochs() == 0) {
      return new NetworkFit(network, encoding);
    }
    StrNet fitted =
        new Trainer(configuration, encoding, run.folder(), run.progress(), run.workers())
            .fit(network, films.training(), films.validation(), run.resume());
    return new NetworkFit(fitted, encoding);
  }

  /** What the network says of films as they are. */
  Prediction prediction() {
    return new Prediction(network, encoding);
  }

  private static StrNetSettings settings(
      TrainingConfiguration configuration, ClinicalEncoding encoding, List<TrainingKnee> training) {
    NetworkConfiguration network = configuration.network();
    TargetScale scale = TargetScale.of(training);
    int inputs = encoding.length();
    ClinicalHeads heads = inputs == 0 ? ClinicalHeads.T_SCORE : configuration.clinical().heads();
    return new StrNetSettings(
        network.backbone(),
        network.width(),
        network.frozenStages(),
        network.neck(),
        network.dropout(),
        network.routing(),
        network.experts(),
        network.tScoreCoupling(),
        network.stageMoments(),
        new StrNetSettings.Clinical(
            inputs, heads, configuration.clinical().dropout(), configuration.clinical().path()),
        scale.mean(),
        scale.standardDeviation());
  }

  /** Heads that begin with what is known without a film. */
  private static void startFrom(
      StrNet network, ClinicalEncoding encoding, List<TrainingKnee> training) {
    startFromPrevalence(network, training);
    if (network.clinicalOffset().isPresent()) {
      network.startFromClinical(HeadRegressions.ofClinical(training, encoding, network.settings()));
    }
    if (network.momentOffset().isPresent()) {
      List<float[]> moments = new Prediction(network, encoding).moments(training);
      network.startFromMoments(HeadRegressions.ofMoments(training, moments, network.settings()));
    }
  }

  private static void startFromPrevalence(StrNet network, List<TrainingKnee> training) {
    double[] labels =
        training.stream()
            .filter(knee -> knee.labels().boneLoss().isPresent())
            .mapToDouble(knee -> knee.labels().boneLoss().getAsInt())
            .toArray();
    double positives = Arrays.stream(labels).sum();
    if (positives > 0 && positives < labels.length) {
      network.startFromPrevalence(positives / labels.length);
    }
  }

  /** Mean and standard deviation of the T-score target; 0 and 1 where it is not learnt. */
  private record TargetScale(double mean, double standardDeviation) {

    static TargetScale of(List<TrainingKnee> training) {
      double[] scores =
          training.stream()
              .filter(knee -> knee.labels().tScore().isPresent())
              .mapToDouble(knee -> knee.labels().tScore().getAsDouble())
              .toArray();
      if (scores.length < 2) {
        return new TargetScale(0, 1);
      }
      double mean = Arrays.stream(scores).average().orElseThrow();
      double squares = Arrays.stream(scores).map(s -> (s - mean) * (s - mean)).sum();
      double deviation = Math.sqrt(squares / (scores.length - 1));
      return new TargetScale(mean, deviation > 0 ? deviation : 1);
    }
  }
}
