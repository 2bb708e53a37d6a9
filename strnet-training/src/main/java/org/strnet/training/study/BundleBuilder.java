package org.strnet.training.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleContent;
import org.strnet.bundle.BundleFile;
import org.strnet.bundle.BundleManifest;
import org.strnet.bundle.BundleWriter;
import org.strnet.network.ClinicalHeads;
import org.strnet.network.ClinicalInput;
import org.strnet.provenance.BadInputException;
import org.strnet.provenance.Sha256;
import org.strnet.provenance.TrainingCohort;
import org.strnet.provenance.TrainingProvenance;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.export.OnnxExporter;
import org.strnet.training.loop.TrainingKnee;
import org.strnet.training.weights.StrNetWeights;

/** Makes a bundle of a fitted network, its calibration and where both come from. */
final class BundleBuilder {

  private final TrainingConfiguration configuration;
  private final StudyLabels study;
  private final RunOrigin origin;

  BundleBuilder(TrainingConfiguration configuration, StudyLabels study, RunOrigin origin) {
    this.configuration = configuration;
    this.study = study;
    this.origin = origin;
  }

  /**
   * Exports the network and writes the bundle.
   *
   * @param fitted the network and the films it was fitted to
   * @param calibrated calibration and operating point from films it was not fitted to
   * @param finder the knee finder to go with it
   * @param request where the bundle goes
   */
  Bundle write(
      FinalFit.Fitted fitted,
      Calibrated calibrated,
      Optional<FinderFiles> finder,
      FinalFit.BundleRequest request)
      throws IOException {
    NetworkFit fit = fitted.fit();
    List<TrainingKnee> films = fitted.training();
    Path work = Files.createTempDirectory("strnet-bundle");
    try {
      TrainingProvenance provenance = provenance(films);
      Path network = work.resolve("network.onnx");
      OnnxExporter.export(fit.network(), configuration.pixels(), metadata(provenance), network);
      Path weights = work.resolve("weights.safetensors");
      StrNetWeights.save(fit.network(), weights, metadata(provenance));
      Map<BundleFile, byte[]> files = new EnumMap<>(BundleFile.class);
      files.put(BundleFile.NETWORK, Files.readAllBytes(network));
      files.put(BundleFile.WEIGHTS, Files.readAllBytes(weights));
      finder.ifPresent(joints -> files.put(BundleFile.KNEE, joints.network()));
      BundleManifest plain =
          manifest(
              new ClinicalInput(fit.encoding(), heads(fit)), calibrated, films, finder, provenance);
      BundleManifest manifest =
          fitted.inDistribution().map(plain::withInDistribution).orElse(plain);
      return BundleWriter.write(
          BundleContent.of(manifest, files), request.folder(), request.force());
    } finally {
      for (String name : List.of("network.onnx", "weights.safetensors", "")) {
        Files.deleteIfExists(work.resolve(name));
      }
    }
  }

  BundleManifest manifest(
      ClinicalInput clinical,
      Calibrated calibrated,
      List<TrainingKnee> films,
      Optional<FinderFiles> finder,
      TrainingProvenance provenance) {
    return new BundleManifest(
        configuration.name(),
        StudyHeads.ofBundle(configuration),
        configuration.pixels(),
        finder.map(FinderFiles::specification),
        clinical,
        calibrated.calibration(),
        List.of(
            calibrated
                .operatingPoint()
                .orElseThrow(
                    () -> new BadInputException("targets", "a bundle needs a screening target"))),
        new TrainingCohort(
            configuration.description().cohort(),
            films.size(),
            patients(films).size(),
            configuration.description().terms()),
        origin.figures(),
        configuration.description().intendedUse().strip(),
        provenance);
  }

  private static ClinicalHeads heads(NetworkFit fit) {
    return fit.network().settings().clinical().heads();
  }

  TrainingProvenance provenance(List<TrainingKnee> films) {
    return new TrainingProvenance(
        study.cohort().sha256(),
        splitHash(films),
        configuration.seed(),
        configuration.toYaml(),
        origin.sourceCommit(),
        new TreeMap<>(origin.libraries()),
        LocalDate.now(ZoneOffset.UTC),
        origin.command(),
        origin.acceptedLeaks(),
        origin.parent());
  }

  /** Hash of the rows the network was fitted to, one row number per line. */
  static String splitHash(List<TrainingKnee> films) {
    StringBuilder rows = new StringBuilder();
    films.stream()
        .mapToInt(TrainingKnee::row)
        .sorted()
        .forEach(row -> rows.append(row).append('\n'));
    return Sha256.of(rows.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private Map<String, String> metadata(TrainingProvenance provenance) {
    Map<String, String> metadata = new TreeMap<>();
    metadata.put("name", configuration.name());
    metadata.put("cohort_sha256", provenance.cohortHash());
    metadata.put("split_sha256", provenance.splitHash());
    metadata.put("seed", String.valueOf(provenance.seed()));
    metadata.put("source_commit", provenance.sourceCommit());
    metadata.put("date", provenance.date().toString());
    metadata.put("use", "research use only");
    return metadata;
  }

  private static Set<String> patients(List<TrainingKnee> films) {
    Set<String> patients = new HashSet<>();
    films.forEach(film -> patients.add(film.patient()));
    return patients;
  }
}
