package org.strnet.training.network;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.strnet.training.tensor.Tensors;

/**
 * Mean and standard deviation of the maps of a backbone's stages over height and width, {@code [N,2
 * (C_1 + C_2 + ..)]}: stage by stage first the means, then the deviations. Early stages tell
 * texture, which the last one has forgotten.
 */
final class StageMoments {

  private final List<Tensor> parts = new ArrayList<>();

  /** Takes the next stage's map, {@code [N,C,h,w]}. */
  void add(Tensor map) {
    T_TensorTensor_T moments =
        torch.var_mean(map.to(torch.ScalarType.Float), new long[] {2, 3}, false, false);
    parts.add(moments.get1());
    parts.add(moments.get0().sqrt());
  }

  /** All that were taken. */
  Tensor joined() {
    return torch.cat(Tensors.vector(parts), 1);
  }
}
