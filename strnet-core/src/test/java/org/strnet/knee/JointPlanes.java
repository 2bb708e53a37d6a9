package org.strnet.knee;

/** Output planes of a joint network, drawn by hand: nothing anywhere until a joint is put. */
final class JointPlanes {

  private final int side;
  private final float[] values;

  JointPlanes(int size) {
    side = size / JointNetwork.STRIDE;
    values = new float[JointNetwork.CHANNELS * side * side];
    for (int i = 0; i < side * side; i++) {
      values[i] = -20;
    }
  }

  /** Puts a joint into a cell; the width is in cells. */
  JointPlanes put(int x, int y, Joint joint) {
    int plane = side * side;
    int cell = y * side + x;
    values[cell] = (float) joint.logit();
    values[plane + cell] = (float) joint.dx();
    values[2 * plane + cell] = (float) joint.dy();
    values[3 * plane + cell] = (float) Math.log(joint.width());
    values[4 * plane + cell] = (float) joint.rightLogit();
    return this;
  }

  /** The planes of the mirrored film: columns reversed, x offset and side negated. */
  float[] mirrored() {
    float[] mirrored = new float[values.length];
    int plane = side * side;
    for (int i = 0; i < values.length; i++) {
      int x = i % side;
      int channel = i / plane;
      float sign = channel == 1 || channel == 4 ? -1 : 1;
      mirrored[i - x + side - 1 - x] = sign * values[i];
    }
    return mirrored;
  }

  float[] values() {
    return values.clone();
  }

  /** What a cell says. */
  record Joint(double logit, double dx, double dy, double width, double rightLogit) {
    static Joint certain(double width) {
      return new Joint(8, 0, 0, width, 5);
    }
  }
}
