package org.strnet.training.loop;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.strnet.network.ClinicalEncoding;
import org.strnet.network.ClinicalHeads;
import org.strnet.network.ClinicalVariable;
import org.strnet.training.configuration.NetworkConfiguration;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.network.ClinicalPath;
import org.strnet.training.network.MaskedLosses;
import org.strnet.training.network.StrNet;
import org.strnet.training.network.StrNetSettings;
import org.strnet.training.network.Targets;
import org.strnet.training.tensor.TensorScope;
import org.strnet.training.tensor.Tensors;
import org.strnet.training.tensor.Torch;

/**
 * How much longer an epoch of the {@link Trainer} takes than the bare steps in it; run by hand,
 * asserts nothing.
 *
 * <p>One process, in turn: an epoch as it is trained (drawing and changing films, labels, clipping,
 * weight average, log, checkpoint), then as many forward, backward and optimiser steps of an equal
 * network on random tensors of the same shape. The first two epochs warm up. Times are medians, by
 * the clock and in CPU time of the whole process: a busy machine disturbs the clock.
 */
final class TrainingSpeed {

  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final int WARM_UP = 2;
  private static final ClinicalEncoding AGE =
      new ClinicalEncoding(List.of(new ClinicalEncoding.Column(ClinicalVariable.AGE, 65, 8)));

  private final TrainingConfiguration configuration;
  private final List<TrainingKnee> knees;
  private final StrNet bare;
  private final Optimiser optimiser;
  private final MaskedLosses losses;
  private final int batch;
  private final List<Measured> epochs = new ArrayList<>();
  private final List<Measured> bareEpochs = new ArrayList<>();
  private Measured start = Measured.now();

  private TrainingSpeed(TrainingConfiguration configuration, int knees) {
    this.configuration = configuration;
    this.knees = SyntheticKnees.of(knees, configuration.pixels().inputSize(), 1);
    batch = configuration.optimisation().batchSize();
    bare = network();
    bare.train(true);
    bare.precision(configuration.optimisation().precision());
    optimiser =
        new Optimiser(
            bare.parameterGroups(),
            configuration.optimisation(),
            new LearningRateSchedule(0, configuration.optimisation().epochs() * steps(), 1));
    losses = MaskedLosses.of(bare.settings(), new MaskedLosses.Weights(1, 0.5, 0.5), 1);
  }

  /**
   * @param arguments knees (96), epochs (7), threads (all cores), YAML of pixels or network,
   *     precision (bfloat16)
   */
  public static void main(String[] arguments) throws IOException {
    int knees = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 96;
    int epochs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
    if (arguments.length > 2) {
      Torch.threads(Integer.parseInt(arguments[2]));
    }
    String yaml = arguments.length > 3 ? arguments[3] + "\n" : "";
    String precision = arguments.length > 4 ? arguments[4] : "bfloat16";
    String settings =
        yaml
            + "optimisation: {epochs: %d, warmUpEpochs: 1, precision: %s}\n"
                .formatted(epochs, precision);
    new TrainingSpeed(TrainingConfiguration.parse("speed", settings), knees).run();
  }

  private void run() throws IOException {
    Path folder = Files.createTempDirectory("training-speed");
    System.out.printf(
        "%s, %d frozen stages, %d pixels, batches of %d, %d steps an epoch, %d threads%n",
        bare.settings().backbone(),
        bare.settings().frozenStages(),
        configuration.pixels().inputSize(),
        batch,
        steps(),
        Torch.threads());
    Progress afterEachEpoch =
        new Progress() {
          @Override
          public void step(String stage, int done, int total) {
            if (done == total) {
              epochs.add(start.until());
              Measured before = Measured.now();
              bareEpoch();
              bareEpochs.add(before.until());
              start = Measured.now();
            }
          }

          @Override
          public void message(String line) {}
        };
    new Trainer(configuration, AGE, folder, afterEachEpoch).fit(network(), knees, List.of(), false);
    print("epoch of the trainer", epochs);
    print("bare steps", bareEpochs);
    System.out.printf(
        "ratio: %.3f by the clock, %.3f by CPU time%n",
        median(epochs).clock / median(bareEpochs).clock,
        median(epochs).cpu / median(bareEpochs).cpu);
  }

  private StrNet network() {
    NetworkConfiguration network = configuration.network();
    return StrNet.create(
        StrNetSettings.defaults()
            .withBackbone(network.backbone(), network.width())
            .withFrozenStages(network.frozenStages())
            .withNeck(network.neck(), network.dropout())
            .withRouting(network.routing(), network.experts())
            .withClinical(
                new StrNetSettings.Clinical(
                    AGE.length(), ClinicalHeads.ALL, 0.15, ClinicalPath.EMBEDDING)),
        configuration.seed());
  }

  private int steps() {
    return Math.max(1, knees.size() / batch);
  }

  private void bareEpoch() {
    int side = configuration.pixels().inputSize();
    float[] ones = new float[batch];
    Arrays.fill(ones, 1);
    try (TensorScope tensors = TensorScope.open()) {
      Tensor films = Tensors.channelsLast(torch.randn(batch, 1, side, side));
      Tensor clinical = torch.randn(batch, AGE.length());
      for (int step = 0; step < steps(); step++) {
        try (TensorScope scope = TensorScope.open()) {
          optimiser.prepare(0);
          losses
              .of(bare.forward(films, clinical), Targets.of(ones, ones, ones, ones))
              .total()
              .backward();
          optimiser.step();
        }
      }
    }
  }

  private static void print(String what, List<Measured> epochs) {
    Measured median = median(epochs);
    System.out.printf(
        "%-22s %7.3f s by the clock, %7.3f s of CPU%n", what, median.clock / 1e9, median.cpu / 1e9);
  }

  private static Measured median(List<Measured> epochs) {
    List<Measured> warm = epochs.subList(Math.min(WARM_UP, epochs.size() - 1), epochs.size());
    return new Measured(
        warm.stream().mapToDouble(Measured::clock).sorted().toArray()[warm.size() / 2],
        warm.stream().mapToDouble(Measured::cpu).sorted().toArray()[warm.size() / 2]);
  }

  /** Nanoseconds, of the clock and of the process on all cores. */
  private record Measured(double clock, double cpu) {

    static Measured now() {
      return new Measured(System.nanoTime(), PROCESS.getProcessCpuTime());
    }

    Measured until() {
      return new Measured(System.nanoTime() - clock, PROCESS.getProcessCpuTime() - cpu);
    }
  }
}
