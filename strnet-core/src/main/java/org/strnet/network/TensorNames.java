package org.strnet.network;

import java.util.List;

/**
 * Names of the inputs and outputs of a bundle's ONNX files. Whoever writes a file and whoever runs
 * it agree here. N is the number of films.
 */
public final class TensorNames {

  /** Input of both networks: {@code [N,1,S,S]}, values in [-1, 1], bone bright. */
  public static final String FILM = "film";

  /** Second input of STR-Net: {@code [N,2K]}; absent when it takes no clinical variables. */
  public static final String CLINICAL = "clinical";

  /** Output {@code [N]}: logit of bone loss. */
  public static final String BONE_LOSS_LOGIT = "bone_loss_logit";

  /** Output {@code [N]}: logit of osteoporosis given bone loss. */
  public static final String SEVERITY_LOGIT = "severity_logit";

  /** Output {@code [N]}: T-score in the target's unit. */
  public static final String T_SCORE = "t_score";

  /** Output {@code [N,C,h,w]}: the backbone's last feature map. */
  public static final String FEATURE_MAP = "feature_map";

  /** Output {@code [N,C]}: the feature map's mean over height and width. */
  public static final String POOLED = "pooled";

  /** Output {@code [N,C]}: gradient of the bone-loss logit with respect to {@link #POOLED}. */
  public static final String BONE_LOSS_GRADIENT = "bone_loss_gradient";

  /** Output of the finder's network: {@code [N,5,S/4,S/4]}. */
  public static final String JOINTS = "joints";

  /** What an assessment needs. */
  public static final List<String> HEADS = List.of(BONE_LOSS_LOGIT, SEVERITY_LOGIT, T_SCORE);

  /** What a heat-map needs besides. */
  public static final List<String> EVIDENCE = List.of(FEATURE_MAP, BONE_LOSS_GRADIENT);

  private TensorNames() {}
}
