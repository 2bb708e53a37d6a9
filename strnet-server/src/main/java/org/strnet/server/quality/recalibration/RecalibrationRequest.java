package org.strnet.server.quality.recalibration;

import java.util.Arrays;
import java.util.List;
import org.strnet.calibration.RecalibrationMethod;
import org.strnet.decision.SensitivityFloor;
import org.strnet.decision.ThresholdRule;

/**
 * What an administrator asks for.
 *
 * @param method how the probabilities are calibrated anew; not isotonic, because scores made under
 *     such a map cannot be brought back to the network's own for the next recalibration
 * @param floor for the sensitivity, and how it is kept
 * @param window most days between film and densitometry
 */
public record RecalibrationRequest(RecalibrationMethod method, SensitivityFloor floor, int window) {

  /** The methods that can be asked for. */
  public static final List<RecalibrationMethod> METHODS =
      Arrays.stream(RecalibrationMethod.values())
          .filter(method -> method != RecalibrationMethod.ISOTONIC)
          .toList();

  /** Checks the method and the window. */
  public RecalibrationRequest {
    if (!METHODS.contains(method)) {
      throw new IllegalArgumentException("the method must be one of " + METHODS);
    }
    if (window < 1 || window > 1825) {
      throw new IllegalArgumentException("the window must be 1 to 1825 days, found " + window);
    }
  }

  /**
   * Reads what a form sent.
   *
   * @param method code of the method
   * @param floor lowest sensitivity
   * @param rule code of the rule
   * @throws IllegalArgumentException naming the rule and what was found
   */
  public static RecalibrationRequest of(String method, double floor, String rule, int window) {
    return new RecalibrationRequest(
        METHODS.stream()
            .filter(it -> it.code().equals(method))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no such method: " + method)),
        new SensitivityFloor(
            floor,
            Arrays.stream(ThresholdRule.values())
                .filter(it -> it.code().equals(rule))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such rule: " + rule))),
        window);
  }
}
