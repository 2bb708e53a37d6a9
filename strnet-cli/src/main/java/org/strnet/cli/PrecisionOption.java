package org.strnet.cli;

import org.strnet.network.Precision;
import picocli.CommandLine.Option;

/** Which of a bundle's networks is run. */
final class PrecisionOption {

  @Option(
      names = "--precision",
      paramLabel = "WHICH",
      description =
          "The network's arithmetic: float32 (default), or int8 where the bundle has such a"
              + " network.")
  private Precision precision = Precision.FLOAT32;

  Precision precision() {
    return precision;
  }
}
