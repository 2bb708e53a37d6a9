package org.strnet.training.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleFile;
import org.strnet.bundle.BundleManifest;
import org.strnet.network.ClinicalEncoding;
import org.strnet.provenance.BadInputException;
import org.strnet.provenance.ParentBundle;
import org.strnet.training.configuration.ClinicalConfiguration;
import org.strnet.training.configuration.NetworkConfiguration;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.network.BackboneKind;
import org.strnet.training.network.StrNet;
import org.strnet.training.network.StrNetSettings;
import org.strnet.training.weights.StrNetWeights;

/**
 * A bundle whose network a fit goes on from: all weights, heads included, the scale of its T-score
 * and the encoding of its clinical variables, to which the weights belong.
 */
public final class StartingBundle {

  /** Below it, a cohort moves no stage of the backbone (docs/experiments.md: 212 films). */
  private static final int MOVES_SOME = 500;

  /** From it on, all but the first stages move (docs/experiments.md: 1,880 films). */
  private static final int MOVES_MOST = 1500;

  private static final int FIRST_STAGES = 2;

  private final String source;
  private final Bundle bundle;
  private final BundleWeights weights;

  private StartingBundle(String source, Bundle bundle, BundleWeights weights) {
    this.source = source;
    this.bundle = bundle;
    this.weights = weights;
  }

  /**
   * Reads a bundle with its weights.
   *
   * @throws BadInputException if it is no bundle, or has no weights
   */
  public static StartingBundle read(Path place) throws IOException {
    Bundle bundle = Bundle.load(place);
    return new StartingBundle(place.toString(), bundle, BundleWeights.of(bundle));
  }

  /** For the provenance of what comes of it. */
  public ParentBundle parent() {
    return new ParentBundle(bundle.name(), bundle.sha256());
  }

  /** The knee finder in it. */
  public Optional<FinderFiles> finder() {
    return bundle
        .file(BundleFile.KNEE)
        .map(network -> new FinderFiles(network, bundle.manifest().kneeFinder().orElseThrow()));
  }

  /**
   * The bundle's own configuration with the changes of a file over it. Where these say nothing of
   * {@code network.frozenStages}, the number of films says how much of the backbone may move: none
   * below 500, its last third below 1,500, else all but the first two stages.
   *
   * @param changes as for {@link TrainingConfiguration#read}
   * @param cohortHash of the cohort, which must not be the one the bundle was trained on: films
   *     that it learnt from would stand among those that judge what comes of it
   * @param films there are to learn from
   * @throws BadInputException if the cohort is the bundle's own, or if pixels, targets, clinical
   *     variables or the network's shape would be others than the bundle's
   */
  public TrainingConfiguration configuration(Optional<Path> changes, String cohortHash, int films) {
    BundleManifest manifest = bundle.manifest();
    if (cohortHash.equals(manifest.training().cohortHash())) {
      throw new BadInputException(
          source, "must have been trained on another cohort, found the very one to go on with");
    }
    TrainingConfiguration own =
        TrainingConfiguration.parse(source, manifest.training().configuration());
    if (own.network().stageMoments()) {
      throw new BadInputException(
          source,
          "its heads are regressions on the moments of the backbone's stages, which are not trained"
              + " further: train anew with its configuration");
    }
    TrainingConfiguration sized =
        own.withFrozenStages(frozenStages(own.network().backbone(), films));
    TrainingConfiguration wanted =
        changes.map(file -> TrainingConfiguration.readOver(sized, file)).orElse(sized);
    require("pixels", own.pixels(), wanted.pixels());
    require("targets", own.targets(), wanted.targets());
    require("network", shape(own.network()), shape(wanted.network()));
    require("clinical", inputs(own.clinical()), inputs(wanted.clinical()));
    return wanted;
  }

  /** First stages that keep their weights for a number of films. */
  static int frozenStages(BackboneKind backbone, int films) {
    int all = backbone.stages();
    if (films < MOVES_SOME) {
      return all;
    }
    return films < MOVES_MOST ? all - all / 3 : FIRST_STAGES;
  }

  private void require(String part, Object own, Object wanted) {
    if (!own.equals(wanted)) {
      throw new BadInputException(
          source,
          "%s must stay as the bundle's network has it: %s, found %s".formatted(part, own, wanted));
    }
  }

  /** What weights depend on: the network without dropout, coupling and frozen stages. */
  private static NetworkConfiguration shape(NetworkConfiguration network) {
    return new NetworkConfiguration(
        network.backbone(),
        network.width(),
        network.neck(),
        network.routing(),
        network.experts(),
        0,
        0,
        0,
        false);
  }

  private static ClinicalConfiguration inputs(ClinicalConfiguration clinical) {
    return new ClinicalConfiguration(clinical.variables(), clinical.heads(), clinical.path(), 0);
  }

  /** How clinical variables enter. */
  ClinicalEncoding encoding() {
    return bundle.manifest().clinical().encoding();
  }

  /** The network's settings with what a configuration may change of them. */
  StrNetSettings settings(TrainingConfiguration configuration) {
    NetworkConfiguration network = configuration.network();
    StrNetSettings own = weights.settings();
    StrNetSettings.Clinical clinical = own.clinical();
    return own.withFrozenStages(network.frozenStages())
        .withNeck(own.neckWidth(), network.dropout())
        .withTScoreCoupling(network.tScoreCoupling())
        .withClinical(
            new StrNetSettings.Clinical(
                clinical.inputs(),
                clinical.heads(),
                configuration.clinical().dropout(),
                clinical.path()));
  }

  /** Puts the bundle's weights into a network of its settings. */
  void into(StrNet network) {
    StrNetWeights.load(network, weights.tensors());
  }
}
