package org.strnet.training.study;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleFile;
import org.strnet.dataset.Cohort;
import org.strnet.network.BoneLossNetwork;
import org.strnet.provenance.BadInputException;
import org.strnet.provenance.PrecisionAgreement;
import org.strnet.provenance.QuantisationProvenance;
import org.strnet.provenance.Sha256;
import org.strnet.training.loop.Progress;
import org.strnet.training.loop.TrainingKnee;
import org.strnet.training.quantisation.Quantisation;

/**
 * An 8-bit network for a bundle, its ranges those of the bundle's training films.
 *
 * @param network {@code network-int8.onnx}
 * @param provenance where it comes from
 */
public record NetworkQuantisation(byte[] network, QuantisationProvenance provenance) {

  /** Copies the network in. */
  public NetworkQuantisation {
    network = network.clone();
  }

  /** A copy of the network. */
  @Override
  public byte[] network() {
    return network.clone();
  }

  /** Opens networks and runs them. */
  public interface Networks {

    /** Runs a network that takes a film alone on each, and tells each output's name and numbers. */
    void observe(byte[] onnx, List<float[]> films, BiConsumer<String, float[]> values);

    /** Lets an STR-Net be worked with while it is open. */
    <T> T with(byte[] onnx, Function<BoneLossNetwork, T> work);
  }

  /**
   * What the work is told.
   *
   * @param films how many training films give ranges, evenly spaced over all; half of the cohort's
   *     films at most, the others are for the comparison
   * @param command put on record
   * @param date put on record
   */
  public record Request(int films, String command, LocalDate date) {

    /** Checks the number. */
    public Request {
      if (films < 1) {
        throw new BadInputException("--films", "must be at least 1, found " + films);
      }
    }
  }

  /**
   * Makes it, and compares it with the network it is made from on all films of patients that gave
   * no range.
   *
   * @param cohort the cohort the bundle was trained on
   * @param runtime runs the networks
   * @param progress told film by film, while they are read
   * @throws BadInputException when the bundle was trained on another cohort file, its network has
   *     no convolution that can run in 8 bits, no film is left to compare on, or the two networks
   *     agree too little
   */
  public static NetworkQuantisation of(
      Bundle bundle, Cohort cohort, Request request, Networks runtime, Progress progress) {
    String source = bundle.name() + "/" + BundleFile.NETWORK.fileName();
    byte[] plain = bundle.network();
    Quantisation quantisation = Quantisation.of(source, plain);
    TrainingFilms films = TrainingFilms.of(bundle.manifest(), cohort, progress);
    int count = Math.min(request.films(), films.all().size() / 2);
    List<TrainingKnee> ranging = spaced(films.fit().training(), count);
    List<float[]> inputs = ranging.stream().map(knee -> knee.patch().input()).toList();
    byte[] int8 = quantisation.network((onnx, values) -> runtime.observe(onnx, inputs, values));
    PrecisionAgreement agreement =
        new PrecisionComparison(bundle.manifest(), others(films.all(), ranging))
            .of(plain, int8, runtime);
    if (!agreement.isEnough()) {
      throw new BadInputException(
          source,
          "%s of decisions must stay and a probability move by %s at most in 8 bits, found: %s"
              .formatted(
                  PrecisionAgreement.LEAST_AGREEMENT,
                  PrecisionAgreement.LARGEST_CHANGE,
                  agreement.words()));
    }
    return new NetworkQuantisation(
        int8,
        new QuantisationProvenance(
            cohort.sha256(),
            ranging.size(),
            Sha256.of(plain),
            Sha256.of(int8),
            agreement,
            request.date(),
            request.command()));
  }

  private static List<TrainingKnee> spaced(List<TrainingKnee> knees, int films) {
    int count = Math.min(films, knees.size());
    return IntStream.range(0, count)
        .mapToObj(i -> knees.get((int) ((long) i * knees.size() / count)))
        .toList();
  }

  private static List<TrainingKnee> others(List<TrainingKnee> all, List<TrainingKnee> ranging) {
    Set<String> patients = new HashSet<>();
    ranging.forEach(knee -> patients.add(knee.patient()));
    List<TrainingKnee> others =
        all.stream().filter(knee -> !patients.contains(knee.patient())).toList();
    if (ranging.isEmpty() || others.isEmpty()) {
      throw new BadInputException(
          "--films",
          "must leave films of other patients to compare on, found %d of %d films left"
              .formatted(others.size(), all.size()));
    }
    return others;
  }
}
