package org.strnet.screening;

/** Whether heat-maps are drawn. */
public enum Explanations {
  /** Results only. */
  NONE,
  /** A heat-map of every knee, and the film with its knees marked. */
  HEAT_MAPS
}
