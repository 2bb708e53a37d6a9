package org.strnet.cli;

import static org.strnet.training.export.Dimension.BATCH;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleContent;
import org.strnet.bundle.BundleFile;
import org.strnet.bundle.BundleManifest;
import org.strnet.bundle.BundleWriter;
import org.strnet.calibration.Calibration;
import org.strnet.calibration.ConformalInterval;
import org.strnet.calibration.LogitScaling;
import org.strnet.decision.OperatingPoint;
import org.strnet.decision.Proportion;
import org.strnet.decision.ThresholdRule;
import org.strnet.knee.KneeFinderSpecification;
import org.strnet.network.ClinicalEncoding;
import org.strnet.network.ClinicalHeads;
import org.strnet.network.ClinicalInput;
import org.strnet.network.ClinicalVariable;
import org.strnet.network.HeadTargets;
import org.strnet.network.TensorNames;
import org.strnet.pixels.PixelSpecification;
import org.strnet.provenance.Sha256;
import org.strnet.provenance.TrainingCohort;
import org.strnet.provenance.TrainingProvenance;
import org.strnet.training.export.Dimension;
import org.strnet.training.export.GraphValue;
import org.strnet.training.export.OnnxGraph;

/** A bundle whose networks are a few operators: the brightest spot is the knee. */
final class TinyBundle {

  private static final int SIZE = 64;
  private static final int FILM = 400;

  private TinyBundle() {}

  /** Writes the bundle into a folder. */
  static Bundle write(Path folder, Path sources) throws IOException {
    Files.createDirectories(sources);
    Files.write(sources.resolve("network.onnx"), network());
    Map<BundleFile, byte[]> files = Map.of(BundleFile.NETWORK, network(), BundleFile.KNEE, knee());
    return BundleWriter.write(BundleContent.of(manifest(), files), folder, false);
  }

  /** Writes a film with a bright spot over a ramp: a flat ground would be of poor quality. */
  static Path writeFilm(Path file) throws IOException {
    BufferedImage image = new BufferedImage(FILM, FILM, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < FILM; y++) {
      for (int x = 0; x < FILM; x++) {
        double distance = Math.hypot(x - FILM / 2.0, y - FILM / 2.0) / 60;
        double ground = 20 + 40.0 * (x + y) / (2 * FILM);
        double spot = 160 * Math.exp(-distance * distance);
        image.getRaster().setSample(x, y, 0, (int) (ground + spot));
      }
    }
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  /** The bone-loss logit is 1 plus the standardised age. */
  private static byte[] network() {
    OnnxGraph graph = new OnnxGraph("tiny");
    GraphValue film =
        graph.input(
            TensorNames.FILM, BATCH, Dimension.of(1), Dimension.of(SIZE), Dimension.of(SIZE));
    GraphValue clinical = graph.input(TensorNames.CLINICAL, BATCH, Dimension.of(2));
    GraphValue features = film.maxPool(8, 8, 0);
    GraphValue pooled = features.averagePool();
    GraphValue age = clinical.columns(0, 1);
    GraphValue nothing = pooled.times(0);
    Dimension one = Dimension.of(1);
    Dimension cells = Dimension.of(SIZE / 8);
    graph.output(TensorNames.BONE_LOSS_LOGIT, age.plus(nothing.plus(1)).squeeze(), BATCH);
    graph.output(TensorNames.SEVERITY_LOGIT, pooled.squeeze(), BATCH);
    graph.output(TensorNames.T_SCORE, pooled.times(-1).squeeze(), BATCH);
    graph.output(TensorNames.FEATURE_MAP, features, BATCH, one, cells, cells);
    graph.output(TensorNames.BONE_LOSS_GRADIENT, nothing.plus(0.5f), BATCH, one);
    return graph.model(Map.of()).toByteArray();
  }

  private static byte[] knee() {
    OnnxGraph graph = new OnnxGraph("tiny knee");
    GraphValue film =
        graph.input(
            TensorNames.FILM, BATCH, Dimension.of(1), Dimension.any("H"), Dimension.any("W"));
    GraphValue bright = film.maxPool(4, 4, 0);
    GraphValue nothing = bright.times(0);
    GraphValue width = nothing.plus((float) Math.log(24));
    GraphValue joints =
        GraphValue.concatenate(
            List.of(bright.times(6).plus(-4), nothing, nothing, width, nothing.plus(3)));
    graph.output(
        TensorNames.JOINTS, joints, BATCH, Dimension.of(5), Dimension.any("h"), Dimension.any("w"));
    return graph.model(Map.of()).toByteArray();
  }

  private static BundleManifest manifest() {
    String hash = Sha256.of(new byte[] {1});
    return new BundleManifest(
        "tiny",
        HeadTargets.boneLoss("nothing"),
        PixelSpecification.ofSize(SIZE),
        Optional.of(KneeFinderSpecification.standard()),
        new ClinicalInput(
            new ClinicalEncoding(
                List.of(new ClinicalEncoding.Column(ClinicalVariable.AGE, 50, 10))),
            ClinicalHeads.ALL),
        new Calibration(
            LogitScaling.IDENTITY, LogitScaling.IDENTITY, new ConformalInterval(0.9, 1.5, 40)),
        List.of(
            new OperatingPoint(
                0.5,
                0.86,
                ThresholdRule.POINT,
                20,
                20,
                new Proportion(18, 20),
                new Proportion(10, 20),
                hash,
                LocalDate.of(2026, 1, 1))),
        new TrainingCohort("no films", 1, 1, "none"),
        List.of(),
        "Testing.",
        new TrainingProvenance(
            hash, hash, 1, "", "unknown", Map.of(), LocalDate.of(2026, 1, 1), "none"));
  }
}
