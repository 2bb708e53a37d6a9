package org.strnet.evaluation.calibration;

import java.util.ArrayList;
import java.util.List;
import org.strnet.calibration.PoolAdjacentViolators;

/**
 * What was observed at each probability, in two ways: bins of equally many films with Wilson
 * intervals, and the isotonic regression of the labels, which needs no choice of bins (CORP;
 * Dimitriadis, Gneiting and Jordan 2021, PNAS 118:e2016191118).
 *
 * @param bins those that hold films, lowest first
 * @param isotonic corners of the never falling line, lowest probability first
 */
public record ReliabilityCurve(List<ReliabilityBin> bins, List<Point> isotonic) {

  /** Copies the lists. */
  public ReliabilityCurve {
    bins = List.copyOf(bins);
    isotonic = List.copyOf(isotonic);
  }

  /**
   * A corner of the line.
   *
   * @param probability as predicted, 0 to 1
   * @param observed as fitted, 0 to 1
   */
  public record Point(double probability, double observed) {}

  /**
   * The curve; empty without films.
   *
   * @param count bins, at least 1
   */
  public static ReliabilityCurve of(PredictedProbabilities films, int count) {
    List<Point> corners = new ArrayList<>();
    for (PoolAdjacentViolators.Block block :
        PoolAdjacentViolators.blocks(films.values(), films.positive())) {
      corners.add(new Point(block.low(), block.value()));
      if (block.high() > block.low()) {
        corners.add(new Point(block.high(), block.value()));
      }
    }
    return new ReliabilityCurve(CalibrationError.equalMass(films, count).bins(), corners);
  }
}
