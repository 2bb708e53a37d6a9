package org.strnet.training.loop;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.strnet.network.ClinicalEncoding;
import org.strnet.provenance.BadInputException;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.parallel.WorkerGroup;

/** What all workers of a fit must agree on before it begins. */
final class SharedSettings {

  private SharedSettings() {}

  /**
   * Compares settings and films (rows, labels, weights, clinical variables; not pixels) with those
   * of rank 0.
   *
   * @throws BadInputException in every worker, if they are not the same in all
   */
  static void check(
      TrainingConfiguration configuration,
      ClinicalEncoding encoding,
      List<TrainingKnee> training,
      List<TrainingKnee> validation,
      WorkerGroup workers) {
    if (workers.isAlone()) {
      return;
    }
    List<String> own =
        (configuration.toYaml()
                + "\ntraining films: "
                + sha256(training, encoding)
                + "\nvalidation films: "
                + sha256(validation, encoding))
            .lines()
            .toList();
    byte[] sent = String.join("\n", own).getBytes(StandardCharsets.UTF_8);
    List<String> first =
        new String(workers.fromFirst(sent), StandardCharsets.UTF_8).lines().toList();
    boolean same = own.equals(first);
    if (workers.sum(same ? 0.0 : 1.0) > 0) {
      throw new BadInputException(
          "worker " + workers.rank().rank(),
          same
              ? "another worker was given other settings or films"
              : "settings and films must be those of worker 0: " + difference(own, first));
    }
  }

  /** The first line that differs. */
  static String difference(List<String> own, List<String> first) {
    for (int i = 0; i < Math.min(own.size(), first.size()); i++) {
      if (!own.get(i).equals(first.get(i))) {
        return "expected '%s', found '%s'".formatted(first.get(i).strip(), own.get(i).strip());
      }
    }
    return "expected %d lines, found %d".formatted(first.size(), own.size());
  }

  private static String sha256(List<TrainingKnee> knees, ClinicalEncoding encoding) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (TrainingKnee knee : knees) {
        String line =
            "%d %s %s %s %s\n"
                .formatted(
                    knee.row(),
                    knee.labels(),
                    knee.weight(),
                    knee.stratum(),
                    Arrays.toString(encoding.encode(knee.clinical())));
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return knees.size() + ", " + HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
