package org.strnet.training.network;

/** How clinical variables reach the heads that see them. */
public enum ClinicalPath {
  /** Through a small network whose output joins the task's representation, as in the paper. */
  EMBEDDING,
  /** As a regression fitted first and held, to which the network adds what the film says. */
  OFFSET
}
