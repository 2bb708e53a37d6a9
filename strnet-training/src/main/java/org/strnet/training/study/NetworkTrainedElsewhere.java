package org.strnet.training.study;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleContent;
import org.strnet.bundle.BundleFile;
import org.strnet.bundle.BundleManifest;
import org.strnet.bundle.BundleWriter;
import org.strnet.dataset.Cohort;
import org.strnet.network.BoneLossNetwork;
import org.strnet.network.ClinicalEncoding;
import org.strnet.network.ClinicalHeads;
import org.strnet.network.ClinicalInput;
import org.strnet.network.Evidence;
import org.strnet.network.FeatureDistribution;
import org.strnet.network.FeatureDistributionFit;
import org.strnet.provenance.BadInputException;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.loop.KneeSet;
import org.strnet.training.loop.TrainingKnee;

/**
 * A network that another program trained becomes a bundle: its answers are looked at film by film,
 * calibration and operating point come from films of patients that it was not trained on.
 *
 * <p>Its clinical input, where it has one, is encoded with mean and standard deviation (n - 1) of
 * the known values of its training films, as this project's own networks have it.
 */
public final class NetworkTrainedElsewhere {

  private final TrainingConfiguration configuration;
  private final BoneLossNetwork network;
  private final Part training;
  private final ClinicalEncoding encoding;

  /**
   * Films of one side.
   *
   * @param cohort the films
   * @param knees those that can be used
   */
  public record Part(Cohort cohort, KneeSet knees) {}

  /**
   * @param configuration name, targets, pixels, clinical variables, rule of the operating point and
   *     description; what it says of training is not used
   * @param network what is wrapped
   * @param training films that it was trained on
   * @throws BadInputException if a clinical variable cannot be encoded from these films
   */
  public NetworkTrainedElsewhere(
      TrainingConfiguration configuration, BoneLossNetwork network, Part training) {
    this.configuration = configuration;
    this.network = network;
    this.training = training;
    encoding = ClinicalEncodings.of(configuration.clinical().variables(), training.knees().knees());
  }

  /** Length of the clinical input that the network must take. */
  public int clinicalLength() {
    return encoding.length();
  }

  /**
   * Writes the bundle.
   *
   * @param onnx the network's file
   * @param heldOut films of other patients
   * @param finder the knee finder to go with it
   * @param request where the bundle goes
   * @throws BadInputException if a patient stands on both sides, or the network's answers are no
   *     numbers or the same for all films
   */
  public Bundle bundle(
      byte[] onnx, Part heldOut, Optional<FinderFiles> finder, FinalFit.BundleRequest request)
      throws IOException {
    requireOtherPatients(heldOut);
    OutOfFold answers = answers(heldOut);
    StudyLabels study = StudyLabels.of(heldOut.cohort(), configuration.targets());
    Calibrated calibrated =
        Calibrated.on(answers, study, configuration, LocalDate.now(ZoneOffset.UTC));
    List<TrainingKnee> films = training.knees().knees();
    BundleBuilder builder =
        new BundleBuilder(
            configuration,
            StudyLabels.of(training.cohort(), configuration.targets()),
            request.origin());
    BundleManifest plain =
        builder.manifest(
            new ClinicalInput(encoding, heads()),
            calibrated,
            films,
            finder,
            builder.provenance(films));
    BundleManifest manifest = inDistribution().map(plain::withInDistribution).orElse(plain);
    return write(onnx, manifest, finder, request);
  }

  private static Bundle write(
      byte[] onnx,
      BundleManifest manifest,
      Optional<FinderFiles> finder,
      FinalFit.BundleRequest request)
      throws IOException {
    Map<BundleFile, byte[]> files = new EnumMap<>(BundleFile.class);
    files.put(BundleFile.NETWORK, onnx);
    finder.ifPresent(joints -> files.put(BundleFile.KNEE, joints.network()));
    return BundleWriter.write(BundleContent.of(manifest, files), request.folder(), request.force());
  }

  private ClinicalHeads heads() {
    return encoding.length() == 0 ? ClinicalHeads.T_SCORE : configuration.clinical().heads();
  }

  private void requireOtherPatients(Part heldOut) {
    Set<String> both = patients(training);
    both.retainAll(patients(heldOut));
    if (!both.isEmpty()) {
      throw new BadInputException(
          heldOut.cohort().source().toString(),
          "no patient may be among those that the network was trained on, found " + both.size());
    }
  }

  private static Set<String> patients(Part part) {
    return part.knees().knees().stream()
        .map(TrainingKnee::patient)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private OutOfFold answers(Part heldOut) {
    List<OutOfFold.Film> films = new ArrayList<>();
    for (TrainingKnee knee : heldOut.knees().knees()) {
      Evidence evidence = network.explain(knee.patch().input(), encoding.encode(knee.clinical()));
      requireNumbers(evidence);
      films.add(new OutOfFold.Film(knee.row(), 0, evidence.output()));
    }
    if (films.stream().map(film -> film.output().boneLossLogit()).distinct().count() < 2) {
      throw new BadInputException(
          "network.onnx", "bone_loss_logit must differ between films, found one value for all");
    }
    return new OutOfFold(films);
  }

  /** The heads' own check refuses what is no number. */
  private static void requireNumbers(Evidence evidence) {
    for (float[] values : List.of(evidence.features().pooled(), evidence.boneLossGradient())) {
      for (float value : values) {
        if (!Float.isFinite(value)) {
          throw new BadInputException(
              "network.onnx", "feature map and gradient must be numbers, found " + value);
        }
      }
    }
  }

  private Optional<FeatureDistribution> inDistribution() {
    List<TrainingKnee> films = training.knees().knees();
    List<String> patients = films.stream().map(TrainingKnee::patient).toList();
    if (films.size() < FeatureDistributionFit.LEAST_FILMS
        || new HashSet<>(patients).size() < FeatureDistributionFit.LEAST_PATIENTS) {
      return Optional.empty();
    }
    List<float[]> features =
        films.parallelStream()
            .map(
                knee ->
                    network
                        .explain(knee.patch().input(), encoding.encode(knee.clinical()))
                        .features()
                        .pooled())
            .toList();
    return Optional.of(FeatureDistributionFit.crossFitted(features, patients));
  }
}
