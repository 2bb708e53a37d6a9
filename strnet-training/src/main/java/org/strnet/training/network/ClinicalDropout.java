package org.strnet.training.network;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Hides clinical variables in training, so that the network learns to work with any subset of them.
 *
 * @param inputs length of the clinical input, {@code 2 K}
 * @param probability that all variables of a film are hidden, and that each of the others is
 */
record ClinicalDropout(int inputs, double probability) {

  /** Value and flag of a hidden variable become 0, which is what an unknown one looks like. */
  Tensor forward(Tensor clinical) {
    if (probability == 0) {
      return clinical;
    }
    long films = clinical.size(0);
    Tensor film = torch.bernoulli(torch.ones(films, 1), 1 - probability);
    Tensor variable = torch.bernoulli(torch.ones(films, inputs / 2), 1 - probability);
    Tensor kept = film.mul(variable);
    return clinical.mul(torch.cat(new TensorVector(kept, kept), 1));
  }
}
