package org.strnet.dataset;

/** Names of the columns that a cohort file gives a meaning to; any other column is kept. */
public final class CohortColumns {

  /** Path of the image, relative to the file's folder. */
  public static final String IMAGE = "image";

  /** Films with one value are never split. */
  public static final String PATIENT = "patient";

  /** Another name for {@link #PATIENT}; where both columns stand, the patient counts. */
  public static final String GROUP = "group";

  /** Normal, osteopenia or osteoporosis. */
  public static final String BONE_STATUS = "bone_status";

  /** 1 with osteopenia or osteoporosis, 0 with normal bone. */
  public static final String BONE_LOSS = "bone_loss";

  /** T-score in SD. */
  public static final String T_SCORE = "t_score";

  /** Body height in metres. */
  public static final String HEIGHT = "height_m";

  /** Body weight in kilograms. */
  public static final String BODY_WEIGHT = "weight_kg";

  /** Part of a fixed division. */
  public static final String SPLIT = "split";

  /** Fold of a cross-validation. */
  public static final String FOLD = "fold";

  /** Trust in the labels. */
  public static final String WEIGHT = "weight";

  /** Whether the film is used. */
  public static final String USABLE = "usable";

  /** Centre of the joint line, fraction of the width. */
  public static final String CX = "cx";

  /** Centre of the joint line, fraction of the height. */
  public static final String CY = "cy";

  /** Width of the tibial plateau, fraction of the width. */
  public static final String PLATEAU_WIDTH = "plateau_width";

  /** Left, right or unknown. */
  public static final String FIBULA_SIDE = "fibula_side";

  private CohortColumns() {}
}
