package org.strnet.training.study;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleFile;
import org.strnet.dataset.Cohort;
import org.strnet.provenance.BadInputException;
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

  /** A network's values on one film. */
  public interface Observed extends AutoCloseable {
    /** Runs it on {@code [1,S,S]} and tells each value's name and numbers. */
    void run(float[] film, BiConsumer<String, float[]> values);

    @Override
    void close();
  }

  /**
   * What the work is told.
   *
   * @param films how many training films are run, evenly spaced over all; all where there are fewer
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
   * Makes it.
   *
   * @param cohort the cohort the bundle was trained on
   * @param runtime opens a network whose values are observed
   * @param progress told film by film, while they are read
   * @throws BadInputException when the bundle was trained on another cohort file, or its network
   *     has no convolution that can run in 8 bits
   */
  public static NetworkQuantisation of(
      Bundle bundle,
      Cohort cohort,
      Request request,
      Function<byte[], Observed> runtime,
      Progress progress) {
    byte[] plain = bundle.network();
    Quantisation quantisation =
        Quantisation.of(bundle.name() + "/" + BundleFile.NETWORK.fileName(), plain);
    List<TrainingKnee> knees =
        spaced(TrainingFilms.of(bundle.manifest(), cohort, progress).training(), request.films());
    byte[] int8 =
        quantisation.network(
            (onnx, values) -> {
              try (Observed observed = runtime.apply(onnx)) {
                knees.forEach(knee -> observed.run(knee.patch().input(), values));
              }
            });
    return new NetworkQuantisation(
        int8,
        new QuantisationProvenance(
            cohort.sha256(),
            knees.size(),
            Sha256.of(plain),
            Sha256.of(int8),
            request.date(),
            request.command()));
  }

  private static List<TrainingKnee> spaced(List<TrainingKnee> knees, int films) {
    int count = Math.min(films, knees.size());
    return IntStream.range(0, count)
        .mapToObj(i -> knees.get((int) ((long) i * knees.size() / count)))
        .toList();
  }
}
