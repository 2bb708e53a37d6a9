package org.strnet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.strnet.bundle.Bundle;
import org.strnet.dataset.Cohort;
import org.strnet.inference.OnnxBoneLossNetwork;
import org.strnet.provenance.BadInputException;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.loop.Progress;
import org.strnet.training.study.FinalFit;
import org.strnet.training.study.FinderFiles;
import org.strnet.training.study.NetworkTrainedElsewhere;
import org.strnet.training.study.RunOrigin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code strnet bundle create}. */
@Command(
    name = "create",
    description = {
      "Makes a bundle of a network that another program trained. Its inputs and outputs are",
      "checked, its answers looked at on films of other patients than it was trained on; from",
      "these come calibration and operating point. docs/training.md says what it must take and give."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class TrainedElsewhereCommand implements Callable<Integer> {

  @Option(names = "--onnx", required = true, paramLabel = "FILE", description = "The network.")
  private Path onnx = Path.of("");

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE.yaml",
      description =
          "Name, targets, pixels, clinical variables, operating point and description, as for"
              + " train; what it says of training is not used.")
  private Path config = Path.of("");

  @Option(
      names = "--trained-on",
      required = true,
      paramLabel = "FILE.csv",
      description =
          "The films it was trained on: clinical input is standardised by them, knees unlike them"
              + " are refused, and the bundle names them.")
  private Path trainedOn = Path.of("");

  @Option(
      names = "--cohort",
      required = true,
      paramLabel = "FILE.csv",
      description = "Films of other patients, for calibration and operating point.")
  private Path cohort = Path.of("");

  @Option(
      names = "--finder",
      paramLabel = "DIR",
      description = "Bundle, or folder of a finder's training, whose knee finder goes with it.")
  private Optional<Path> finder = Optional.empty();

  @Mixin private NewBundleOptions target = new NewBundleOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    TrainingConfiguration configuration = TrainingConfiguration.read(config);
    Optional<FinderFiles> joints =
        finder.isPresent() ? Optional.of(FinderFiles.of(finder.get())) : Optional.empty();
    byte[] bytes = bytes();
    Bundle bundle;
    try (OnnxBoneLossNetwork network = OnnxBoneLossNetwork.load(onnx.toString(), bytes);
        TrainingProgress progress = new TrainingProgress(spec.commandLine().getErr())) {
      require("film", network.inputSize(), configuration.pixels().inputSize());
      NetworkTrainedElsewhere elsewhere =
          new NetworkTrainedElsewhere(
              configuration, network, part(trainedOn, configuration, progress));
      require("clinical", network.clinicalLength(), elsewhere.clinicalLength());
      bundle = elsewhere.bundle(bytes, part(cohort, configuration, progress), joints, request());
    }
    PrintWriter text = spec.commandLine().getOut();
    text.printf("%s %s%n", bundle.name(), bundle.sha256());
    text.println("Research use only.");
    text.flush();
    return 0;
  }

  private byte[] bytes() {
    try {
      return Files.readAllBytes(onnx);
    } catch (IOException e) {
      throw new BadInputException(onnx.toString(), "cannot be read", e);
    }
  }

  private void require(String input, int taken, int configured) {
    if (taken != configured) {
      throw new BadInputException(
          onnx.toString(),
          "input '%s' must have the length that the configuration says, %d, found %d"
              .formatted(input, configured, taken));
    }
  }

  private static NetworkTrainedElsewhere.Part part(
      Path file, TrainingConfiguration configuration, Progress progress) {
    Cohort films = Cohort.read(file);
    return new NetworkTrainedElsewhere.Part(
        films, StudyOptions.knees(films, configuration, StudyOptions::annotatedOnly, progress));
  }

  private FinalFit.BundleRequest request() throws IOException {
    return new FinalFit.BundleRequest(
        RunOrigin.of(
            "strnet bundle create --onnx FILE", "unknown: trained by another program", List.of()),
        target.out(),
        target.force());
  }
}
