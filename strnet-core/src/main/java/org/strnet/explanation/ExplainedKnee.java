package org.strnet.explanation;

import java.util.Objects;
import org.strnet.pixels.Crop;

/**
 * A knee's heat-map and where on the film it belongs.
 *
 * @param crop the square of film the network saw
 * @param map its heat-map
 */
public record ExplainedKnee(Crop crop, HeatMap map) {

  /** Checks that both are there. */
  public ExplainedKnee {
    Objects.requireNonNull(crop);
    Objects.requireNonNull(map);
  }

  /** Whether a point of the film, in film pixels, lies in the crop. */
  boolean covers(double x, double y) {
    return edgeDistance(x, y) >= 0;
  }

  /** Whether it lies on the frame just inside the crop's edge. */
  boolean isFrame(double x, double y, double frameWidth) {
    double distance = edgeDistance(x, y);
    return distance >= 0 && distance < frameWidth;
  }

  /** The heat at a point of the film; a mirrored crop is mirrored back. */
  float heatAt(double x, double y) {
    double across = (x - crop.left()) / crop.side();
    double down = (y - crop.top()) / crop.side();
    return map.at(crop.mirrored() ? 1 - across : across, down);
  }

  /** Distance to the crop's nearest edge, in film pixels; negative outside. */
  private double edgeDistance(double x, double y) {
    double acrossDistance = Math.min(x - crop.left(), crop.left() + crop.side() - x);
    double downDistance = Math.min(y - crop.top(), crop.top() + crop.side() - y);
    return Math.min(acrossDistance, downDistance);
  }
}
