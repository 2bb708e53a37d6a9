package org.strnet.training.finder;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.strnet.knee.KneeFinderSpecification;
import org.strnet.provenance.BadInputException;

/**
 * Runs a {@link FinderStudy} from the command line: {@code train} or {@code crossval}, then {@code
 * --cohort FILE --out DIR [--crops FILE] [--others DIR] [--phantoms N] [--steps N] [--threads N]
 * [--seed N] [--threshold P]}. Progress goes to standard error.
 */
public final class FinderStudyMain {

  private static final Set<String> KNOWN =
      Set.of(
          "--cohort",
          "--out",
          "--crops",
          "--others",
          "--phantoms",
          "--steps",
          "--threads",
          "--seed",
          "--threshold");

  private final Map<String, String> values = new HashMap<>();

  private FinderStudyMain(String[] arguments) {
    for (int i = 1; i < arguments.length; i += 2) {
      if (!KNOWN.contains(arguments[i]) || i + 1 == arguments.length) {
        throw new BadInputException(
            "command line",
            "an option of %s and its value are needed, found %s"
                .formatted(new TreeSet<>(KNOWN), arguments[i]));
      }
      values.put(arguments[i], arguments[i + 1]);
    }
  }

  /** See the class. */
  public static void main(String[] arguments) {
    if (arguments.length == 0) {
      throw new BadInputException("command line", "train or crossval is needed, found nothing");
    }
    FinderStudy study = new FinderStudyMain(arguments).study();
    switch (arguments[0]) {
      case "train" -> study.train();
      case "crossval" -> study.crossval();
      default ->
          throw new BadInputException(
              "command line", "train or crossval is needed, found " + arguments[0]);
    }
  }

  private FinderStudy study() {
    FinderOptions options =
        new FinderOptions(
            Path.of(required("--cohort")),
            Optional.ofNullable(values.get("--crops")).map(Path::of),
            Optional.ofNullable(values.get("--others")).map(Path::of),
            (int) number("--phantoms", 60),
            (int) number("--steps", 800),
            (int) number("--threads", 1),
            (long) number("--seed", 1),
            Path.of(required("--out")));
    KneeFinderSpecification standard = KneeFinderSpecification.standard();
    double threshold = number("--threshold", standard.confidenceThreshold());
    return new FinderStudy(
        options, standard.withConfidenceThreshold(threshold), System.err::println);
  }

  private String required(String option) {
    String value = values.get(option);
    if (value == null) {
      throw new BadInputException("command line", option + " is needed, found " + values.keySet());
    }
    return value;
  }

  private double number(String option, double otherwise) {
    String value = values.get(option);
    try {
      return value == null ? otherwise : Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new BadInputException(
          "command line", "%s must be a number, found '%s'".formatted(option, value), e);
    }
  }
}
