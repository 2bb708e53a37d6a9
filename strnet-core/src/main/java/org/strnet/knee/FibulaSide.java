package org.strnet.knee;

/** On which side of the picture the fibula lies, seen from the joint's centre. */
public enum FibulaSide {
  /** On the picture's left. */
  LEFT,
  /** On the picture's right, as the network expects it. */
  RIGHT,
  /** Not recorded or not recognisable. */
  UNKNOWN
}
