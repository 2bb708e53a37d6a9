package org.strnet.training.network;

/** How the neck's output becomes one representation per task. */
public enum Routing {
  /**
   * Shared experts, mixed per task by a softmax gate: {@code r_t = LN_t(z + sum_e g_te E_e(z))}.
   */
  EXPERTS,
  /** One sigmoid gate per task: {@code r_t = LN_t(z * sigmoid(W_t z + b_t))}. */
  GATE,
  /** The neck's output for all tasks: {@code r_t = z}. */
  NONE
}
