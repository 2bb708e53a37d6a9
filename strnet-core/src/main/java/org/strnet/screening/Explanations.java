package org.strnet.screening;

/** Whether heat-maps are drawn. */
public enum Explanations {
  /** Results only. */
  NONE,
  /** A heat-map of every knee, and the film with its knees marked. */
  HEAT_MAPS,
  /**
   * The same, encoded only where their bytes are asked for: for results that draw the pictures
   * again and write no file of them. Takes more memory as long as the result is kept.
   */
  DRAWN
}
