package org.strnet.training.layer;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** A part of a backbone: feature maps {@code [N,C,h,w]} in, feature maps out. */
public sealed interface Layer permits ConvolutionNorm, InvertedResidual, BasicBlock, MaxPool {

  /** Feature maps of the input, recorded for gradients where the thread records. */
  Tensor forward(Tensor input);

  /**
   * Training uses the batch's own statistics and updates the running ones; otherwise the running
   * ones are used.
   */
  void train(boolean on);

  /** All tensors, by torchvision's names. */
  List<NamedTensor> tensors();

  /** The convolutions in the order of their evaluation. */
  List<ConvolutionNorm> convolutions();
}
