package org.strnet.training.finder;

import java.util.Arrays;
import org.strnet.knee.FibulaSide;
import org.strnet.knee.JointNetwork;
import org.strnet.training.finder.scene.FinderSample;
import org.strnet.training.finder.scene.PlacedJoint;

/**
 * What the network should answer for one picture, in cells of {@link JointNetwork#STRIDE} pixels.
 *
 * <p>Around an exact joint the centre map is a Gaussian whose width follows the plateau's
 * (CenterNet, arXiv 1904.07850, equation 1), and offset, width and side are asked for in the cells
 * where it is above {@link #NEAR}, so that a peak one cell beside still reads the right place. Of a
 * joint whose place is known on average only, a window is given in which some cell must answer.
 * Cells around unclear joints are left out of the centre loss.
 */
final class JointTargets {

  /** Most joints of unknown place on one picture. */
  static final int WINDOWS = 2;

  /** Standard deviation of the Gaussian: a share of the plateau width, at least one cell. */
  private static final double SPREAD = 0.05;

  private static final double NEAR = 0.4;

  /** Half side of the window of a joint of unknown place, in plateau widths. */
  private static final double WINDOW_REACH = 0.15;

  /** Half side of the square left out around an unclear joint, in plateau widths. */
  private static final double UNCLEAR_REACH = 0.6;

  final int side;

  /** 1 in the cell of an exact joint's centre. */
  final float[] positive;

  /** How much an answer elsewhere counts against the network: 1, less near a joint, 0 left out. */
  final float[] negative;

  /** x offset, y offset, log width, fibula on the right: four planes. */
  final float[] values;

  /** How much offset and width count. */
  final float[] valueWeight;

  /** How much the side counts. */
  final float[] sideWeight;

  /** 1 in the cells of each window. */
  final float[] windows;

  private int windowCount;

  private JointTargets(int side) {
    this.side = side;
    int cells = side * side;
    positive = new float[cells];
    negative = new float[cells];
    Arrays.fill(negative, 1);
    values = new float[4 * cells];
    valueWeight = new float[cells];
    sideWeight = new float[cells];
    windows = new float[WINDOWS * cells];
  }

  /** Draws the targets of a picture. */
  static JointTargets of(FinderSample sample) {
    JointTargets targets = new JointTargets(sample.size() / JointNetwork.STRIDE);
    for (PlacedJoint joint : sample.unclear()) {
      targets.leaveOut(joint);
    }
    for (PlacedJoint joint : sample.joints()) {
      if (joint.exact()) {
        targets.put(joint);
      } else if (targets.windowCount < WINDOWS) {
        targets.putWindow(joint);
      } else {
        targets.leaveOut(joint);
      }
    }
    return targets;
  }

  private void put(PlacedJoint joint) {
    double x = joint.x() / JointNetwork.STRIDE;
    double y = joint.y() / JointNetwork.STRIDE;
    double width = joint.width() / JointNetwork.STRIDE;
    double sigma = Math.max(1, SPREAD * width);
    int centre = cell((int) x, (int) y);
    positive[centre] = 1;
    int cells = side * side;
    for (int i = 0; i < cells; i++) {
      double dx = x - (i % side + 0.5);
      double dy = y - (row(i) + 0.5);
      double near = Math.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma));
      negative[i] *= (float) Math.pow(1 - near, 4);
      if (near > Math.max(NEAR, valueWeight[i]) || i == centre) {
        values[i] = (float) dx;
        values[cells + i] = (float) dy;
        values[2 * cells + i] = (float) Math.log(width);
        values[3 * cells + i] = joint.side() == FibulaSide.RIGHT ? 1 : 0;
        valueWeight[i] = (float) near;
        sideWeight[i] = joint.side() == FibulaSide.UNKNOWN ? 0 : (float) near;
      }
    }
    negative[centre] = 0;
  }

  private void putWindow(PlacedJoint joint) {
    int offset = windowCount++ * side * side;
    for (int i : cellsAround(joint, WINDOW_REACH)) {
      windows[offset + i] = 1;
    }
    // an answer beside the unknown place must not be punished
    for (int i : cellsAround(joint, 2 * WINDOW_REACH)) {
      negative[i] = 0;
    }
  }

  private void leaveOut(PlacedJoint joint) {
    for (int i : cellsAround(joint, UNCLEAR_REACH)) {
      negative[i] = 0;
    }
  }

  private int[] cellsAround(PlacedJoint joint, double reach) {
    double pixels = Math.max(JointNetwork.STRIDE, reach * joint.width());
    int left = bound((joint.x() - pixels) / JointNetwork.STRIDE);
    int right = bound((joint.x() + pixels) / JointNetwork.STRIDE);
    int top = bound((joint.y() - pixels) / JointNetwork.STRIDE);
    int bottom = bound((joint.y() + pixels) / JointNetwork.STRIDE);
    int[] cells = new int[(right - left + 1) * (bottom - top + 1)];
    int n = 0;
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        cells[n++] = cell(x, y);
      }
    }
    return cells;
  }

  private int bound(double cell) {
    return (int) Math.max(0, Math.min(side - 1.0, Math.floor(cell)));
  }

  private int cell(int x, int y) {
    return Math.min(side - 1, y) * side + Math.min(side - 1, x);
  }

  private int row(int cell) {
    return cell / side;
  }
}
