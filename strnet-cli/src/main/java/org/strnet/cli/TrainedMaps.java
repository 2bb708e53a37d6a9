package org.strnet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.ExplanationCheck;
import org.strnet.bundle.ExplanationCheck.Mean;
import org.strnet.inference.OnnxBoneLossNetwork;
import org.strnet.network.ClinicalEncoding;
import org.strnet.network.Evidence;
import org.strnet.provenance.BadInputException;
import org.strnet.training.export.OnnxExporter;
import org.strnet.training.loop.TrainingKnee;
import org.strnet.training.network.StrNet;
import org.strnet.training.study.BundleWeights;
import org.strnet.training.weights.StoredTensor;
import org.strnet.training.weights.StrNetWeights;

/** Checks the heat-maps of a bundle's network on films: {@link ExplanationCheck} says how. */
final class TrainedMaps {

  private static final double DELETED = 0.3;
  private static final int DRAWS = 5;
  private static final int SEEDS = 3;
  private static final double NORMAL_95 = 1.96;

  /** Which weights are drawn anew, from the logit backwards. */
  private enum Randomised {
    SCREENING_HEAD,
    BEHIND_THE_BACKBONE,
    ALL;

    /** The clinical part has no film in it. */
    boolean keeps(String tensor) {
      return tensor.startsWith("clinical")
          || switch (this) {
            case SCREENING_HEAD -> !tensor.startsWith("heads.screening.");
            case BEHIND_THE_BACKBONE -> tensor.startsWith("backbone.");
            case ALL -> false;
          };
    }
  }

  private final Bundle bundle;
  private final BundleWeights weights;
  private final List<TrainingKnee> knees;
  private final ClinicalEncoding encoding;
  private final int size;

  /**
   * @param bundle with weights
   * @param knees two at least
   */
  TrainedMaps(Bundle bundle, List<TrainingKnee> knees) throws IOException {
    this.bundle = bundle;
    this.weights = BundleWeights.of(bundle);
    this.knees = List.copyOf(knees);
    this.encoding = bundle.manifest().clinical().encoding();
    this.size = bundle.manifest().pixels().inputSize();
  }

  /**
   * The check.
   *
   * @param cohortHash of the films' cohort
   * @param day the day of it
   */
  ExplanationCheck check(String cohortHash, LocalDate day) throws IOException {
    try (OnnxBoneLossNetwork network = OnnxBoneLossNetwork.load("network", bundle.network())) {
      List<Evidence> own = evidence(network);
      Mean deletion = deletion(network, own);
      Mean likeness = new Mean(0, 0, 0);
      for (Randomised part : Randomised.values()) {
        Mean found = likeness(own, part);
        likeness = Math.abs(found.value()) > Math.abs(likeness.value()) ? found : likeness;
      }
      return new ExplanationCheck(knees.size(), cohortHash, day, deletion, likeness);
    }
  }

  private List<Evidence> evidence(OnnxBoneLossNetwork network) {
    return knees.stream().map(knee -> explain(network, knee, knee.patch().input())).toList();
  }

  private Evidence explain(OnnxBoneLossNetwork network, TrainingKnee knee, float[] input) {
    return network.explain(input, encoding.encode(knee.clinical()));
  }

  private Mean likeness(List<Evidence> own, Randomised part) throws IOException {
    double[] likeness = new double[knees.size()];
    for (int seed = 1; seed <= SEEDS; seed++) {
      try (OnnxBoneLossNetwork other = randomised(part, seed)) {
        List<Evidence> theirs = evidence(other);
        for (int i = 0; i < likeness.length; i++) {
          likeness[i] +=
              SignedMap.of(own.get(i)).rankCorrelation(SignedMap.of(theirs.get(i))) / SEEDS;
        }
      }
    }
    return mean(likeness, 1);
  }

  private OnnxBoneLossNetwork randomised(Randomised part, long seed) throws IOException {
    StrNet drawn = StrNet.create(weights.settings(), seed);
    Map<String, StoredTensor> mixed = new LinkedHashMap<>(StrNetWeights.tensors(drawn));
    weights
        .tensors()
        .forEach(
            (name, tensor) -> {
              if (part.keeps(name)) {
                mixed.put(name, tensor);
              }
            });
    StrNetWeights.load(drawn, mixed);
    Path folder = Files.createTempDirectory("strnet-maps");
    Path file = folder.resolve("network.onnx");
    try {
      OnnxExporter.export(drawn, bundle.manifest().pixels(), Map.of(), file);
      return OnnxBoneLossNetwork.load("network with random weights", Files.readAllBytes(file));
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  private Mean deletion(OnnxBoneLossNetwork network, List<Evidence> own) {
    double[] beyondChance = new double[knees.size()];
    for (int i = 0; i < beyondChance.length; i++) {
      SignedMap map = SignedMap.of(own.get(i));
      int[] order = map.fromHighest();
      int count = (int) Math.round(DELETED * order.length);
      beyondChance[i] = loss(network, i, own.get(i), map, Arrays.copyOf(order, count));
      Random random = new Random(i);
      for (int draw = 0; draw < DRAWS; draw++) {
        int[] drawn = random.ints(0, order.length).distinct().limit(count).toArray();
        beyondChance[i] -= loss(network, i, own.get(i), map, drawn) / DRAWS;
      }
    }
    double[] logits = own.stream().mapToDouble(e -> e.output().boneLossLogit()).toArray();
    return mean(beyondChance, deviation(logits));
  }

  private double loss(
      OnnxBoneLossNetwork network, int i, Evidence before, SignedMap map, int[] cells) {
    float[] input = knees.get(i).patch().input();
    double sum = 0;
    for (float value : input) {
      sum += value;
    }
    float mean = (float) (sum / input.length);
    for (int cell : cells) {
      fill(input, map, cell, mean);
    }
    Evidence after = explain(network, knees.get(i), input);
    return before.output().boneLossLogit() - after.output().boneLossLogit();
  }

  private void fill(float[] input, SignedMap map, int cell, float value) {
    int row = cell / map.width();
    int column = cell % map.width();
    for (int y = row * size / map.height(); y < (row + 1) * size / map.height(); y++) {
      Arrays.fill(
          input,
          y * size + column * size / map.width(),
          y * size + (column + 1) * size / map.width(),
          value);
    }
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }

  /** Mean over films in a unit, with its normal interval. */
  private static Mean mean(double[] values, double unit) {
    if (!(unit > 0)) {
      throw new BadInputException("network", "gives all films the same logit");
    }
    double mean = Arrays.stream(values).average().orElseThrow() / unit;
    double half = NORMAL_95 * deviation(values) / unit / Math.sqrt(values.length);
    return new Mean(mean, mean - half, mean + half);
  }
}
