package org.strnet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleFile;
import org.strnet.bundle.BundleManifest;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.Targets;
import org.strnet.explanation.ClassActivation;
import org.strnet.explanation.HeatMap;
import org.strnet.inference.OnnxBoneLossNetwork;
import org.strnet.network.Evidence;
import org.strnet.pixels.KneePixels;
import org.strnet.training.export.OnnxExporter;
import org.strnet.training.loop.KneeSet;
import org.strnet.training.loop.Progress;
import org.strnet.training.loop.TrainingKnee;
import org.strnet.training.network.StrNet;
import org.strnet.training.weights.StoredTensor;
import org.strnet.training.weights.StrNetWeights;

/**
 * By hand: whether heat-maps tell what a network looks at. Arguments: bundle with weights, cohort,
 * films at most.
 *
 * <p>Parameter randomisation (Adebayo et al. 2018, arXiv 1810.03292): rank correlation of the
 * signed maps of the network and of one whose last layers, or all, have random weights; a map that
 * stays alike shows the film and not the network. Deletion (Petsiuk et al. 2018, arXiv 1806.07421):
 * what the logit loses when the highest tenth to half of the cells are replaced by the crop's mean,
 * less what it loses by as many cells drawn at random. Share of the map in bone: cells brighter
 * than the crop's Otsu threshold, against their share of the area.
 */
final class ExplanationChecks {

  private static final double[] DELETED = {0.1, 0.2, 0.3, 0.5};
  private static final int DRAWS = 5;

  private final BundleManifest manifest;
  private final List<TrainingKnee> knees;
  private final int size;

  private ExplanationChecks(BundleManifest manifest, List<TrainingKnee> knees) {
    this.manifest = manifest;
    this.knees = knees;
    this.size = manifest.pixels().inputSize();
  }

  public static void main(String[] arguments) throws IOException {
    Bundle bundle = Bundle.load(Path.of(arguments[0]));
    KneeSet set =
        KneeSet.load(
            Cohort.read(Path.of(arguments[1])),
            Targets.BONE,
            new KneePixels(bundle.manifest().pixels()),
            "",
            film -> Optional.empty(),
            Progress.SILENT);
    List<TrainingKnee> knees = new ArrayList<>(set.knees());
    java.util.Collections.shuffle(knees, new Random(1));
    knees = knees.subList(0, Math.min(knees.size(), Integer.parseInt(arguments[2])));
    ExplanationChecks checks = new ExplanationChecks(bundle.manifest(), knees);
    try (OnnxBoneLossNetwork network = OnnxBoneLossNetwork.load("network", bundle.network())) {
      List<Evidence> own = checks.evidence(network);
      checks.tellSize(own);
      checks.tellRandomised(bundle, own);
      checks.tellDeletion(network, own);
      checks.tellBone(own);
    }
  }

  private List<Evidence> evidence(OnnxBoneLossNetwork network) {
    return knees.stream().map(knee -> explain(network, knee, knee.patch().input())).toList();
  }

  private Evidence explain(OnnxBoneLossNetwork network, TrainingKnee knee, float[] input) {
    return network.explain(input, manifest.clinical().encoding().encode(knee.clinical()));
  }

  private void tellSize(List<Evidence> own) {
    double[] strongest = own.stream().mapToDouble(e -> ClassActivation.of(e).maximum()).toArray();
    double[] whole = own.stream().mapToDouble(e -> Arrays.stream(signed(e)).sum()).toArray();
    double[] logits = own.stream().mapToDouble(e -> e.output().boneLossLogit()).toArray();
    System.out.printf(
        Locale.ROOT,
        "%d knees; what all cells add to the logit: standard deviation %.4f of %.4f of the logit;"
            + " strongest cell %.5f (median)%n",
        knees.size(),
        deviation(whole),
        deviation(logits),
        median(strongest));
  }

  private void tellRandomised(Bundle bundle, List<Evidence> own) throws IOException {
    for (String part : List.of("screening head", "heads, routing, neck", "all")) {
      double[] rho = new double[knees.size()];
      for (int seed = 1; seed <= 3; seed++) {
        try (OnnxBoneLossNetwork other = randomised(bundle, part, seed)) {
          List<Evidence> theirs = evidence(other);
          for (int i = 0; i < rho.length; i++) {
            rho[i] += spearman(signed(own.get(i)), signed(theirs.get(i))) / 3;
          }
        }
      }
      tell("random weights in " + part + ": rank correlation", rho);
    }
  }

  private static OnnxBoneLossNetwork randomised(Bundle bundle, String part, long seed)
      throws IOException {
    Path folder = Files.createTempDirectory("explanation");
    Path weights = folder.resolve("weights.safetensors");
    Path file = folder.resolve("network.onnx");
    try {
      Files.write(weights, bundle.file(BundleFile.WEIGHTS).orElseThrow());
      StrNet random = StrNet.create(StrNetWeights.settings(weights), seed);
      Map<String, StoredTensor> mixed = new LinkedHashMap<>(StrNetWeights.tensors(random));
      StrNetWeights.tensors(StrNetWeights.open(weights))
          .forEach(
              (name, tensor) -> {
                if (stays(part, name)) {
                  mixed.put(name, tensor);
                }
              });
      StrNetWeights.load(random, mixed);
      OnnxExporter.export(random, bundle.manifest().pixels(), Map.of(), file);
      return OnnxBoneLossNetwork.load("random", Files.readAllBytes(file));
    } finally {
      Files.deleteIfExists(weights);
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  private static boolean stays(String part, String name) {
    return switch (part) {
      case "screening head" -> !name.startsWith("heads.screening.");
      case "heads, routing, neck" -> name.startsWith("backbone.") || name.startsWith("clinical");
      default -> name.startsWith("clinical");
    };
  }

  private void tellDeletion(OnnxBoneLossNetwork network, List<Evidence> own) {
    for (double share : DELETED) {
      double[] gain = new double[knees.size()];
      for (int i = 0; i < gain.length; i++) {
        HeatMap map = ClassActivation.of(own.get(i));
        double[] cells = signed(own.get(i));
        int count = (int) Math.round(share * cells.length);
        List<Integer> order =
            IntStream.range(0, cells.length)
                .boxed()
                .sorted(Comparator.comparingDouble(cell -> -cells[cell]))
                .toList();
        double highest = loss(network, i, own.get(i), map, order.subList(0, count));
        double random = 0;
        List<Integer> drawn = new ArrayList<>(order);
        for (int draw = 0; draw < DRAWS; draw++) {
          java.util.Collections.shuffle(drawn, new Random(31L * i + draw));
          random += loss(network, i, own.get(i), map, drawn.subList(0, count)) / DRAWS;
        }
        gain[i] = highest - random;
      }
      tell(
          String.format(
              Locale.ROOT, "deletion of %.0f %%: loss of logit beyond chance", 100 * share),
          gain);
    }
  }

  private double loss(
      OnnxBoneLossNetwork network, int i, Evidence before, HeatMap map, List<Integer> cells) {
    float[] input = knees.get(i).patch().input();
    double mean = 0;
    for (float value : input) {
      mean += value / input.length;
    }
    for (int cell : cells) {
      int top = cell / map.width() * size / map.height();
      int bottom = (cell / map.width() + 1) * size / map.height();
      int left = cell % map.width() * size / map.width();
      int right = (cell % map.width() + 1) * size / map.width();
      for (int y = top; y < bottom; y++) {
        Arrays.fill(input, y * size + left, y * size + right, (float) mean);
      }
    }
    return before.output().boneLossLogit()
        - explain(network, knees.get(i), input).output().boneLossLogit();
  }

  private void tellBone(List<Evidence> own) {
    double[] excess = new double[knees.size()];
    for (int i = 0; i < excess.length; i++) {
      float[] input = knees.get(i).patch().input();
      double threshold = otsu(input);
      HeatMap map = ClassActivation.of(own.get(i));
      double inside = 0;
      double all = 0;
      int bone = 0;
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          double heat = map.at((x + 0.5) / size, (y + 0.5) / size);
          boolean bright = input[y * size + x] > threshold;
          all += heat;
          inside += bright ? heat : 0;
          bone += bright ? 1 : 0;
        }
      }
      excess[i] = all == 0 ? 0 : inside / all - bone / (double) input.length;
    }
    tell("share of the map in bone, less bone's share of the crop", excess);
  }

  /** The threshold that parts grey values with the largest variance between classes. */
  private static double otsu(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    double total = 0;
    for (float value : sorted) {
      total += value;
    }
    double below = 0;
    double best = -1;
    double threshold = 0;
    for (int i = 0; i + 1 < sorted.length; i++) {
      below += sorted[i];
      int n = i + 1;
      int m = sorted.length - n;
      double difference = below / n - (total - below) / m;
      double variance = (double) n * m * difference * difference;
      if (variance > best) {
        best = variance;
        threshold = (sorted[i] + sorted[i + 1]) / 2.0;
      }
    }
    return threshold;
  }

  /** What each cell adds to the logit, to first order; with its sign. */
  private static double[] signed(Evidence evidence) {
    float[] map = evidence.features().values();
    float[] gradient = evidence.boneLossGradient();
    double[] sums = new double[map.length / gradient.length];
    for (int channel = 0; channel < gradient.length; channel++) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += (double) gradient[channel] * map[channel * sums.length + i] / sums.length;
      }
    }
    return sums;
  }

  private static double spearman(double[] a, double[] b) {
    return pearson(ranks(a), ranks(b));
  }

  private static double[] ranks(double[] values) {
    Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
    double[] ranks = new double[values.length];
    for (int i = 0; i < order.length; i++) {
      ranks[order[i]] = i;
    }
    return ranks;
  }

  private static double pearson(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Math.sqrt(
        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Mean with a normal interval over films. */
  private static void tell(String what, double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double half = 1.96 * deviation(values) / Math.sqrt(values.length);
    System.out.printf(
        Locale.ROOT, "%s %.4f (%.4f to %.4f)%n", what, mean, mean - half, mean + half);
  }
}
