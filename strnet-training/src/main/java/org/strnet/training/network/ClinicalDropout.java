package org.strnet.training.network;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.strnet.training.parallel.BatchShare;

/**
 * Hides clinical variables in training, so that the network learns to work with any subset of them.
 *
 * @param inputs length of the clinical input, {@code 2 K}
 * @param probability that all variables of a film are hidden, and that each of the others is
 */
record ClinicalDropout(int inputs, double probability) {

  /**
   * Value and flag of a hidden variable become 0, which is what an unknown one looks like.
   *
   * @param share of a batch; what is hidden is drawn for the whole batch
   */
  Tensor forward(Tensor clinical, BatchShare share) {
    if (probability == 0) {
      return clinical;
    }
    long films = share.total();
    Tensor film = torch.bernoulli(torch.ones(films, 1), 1 - probability);
    Tensor variable = torch.bernoulli(torch.ones(films, inputs / 2), 1 - probability);
    Tensor kept = share.rows(film.mul(variable));
    return clinical.mul(torch.cat(new TensorVector(kept, kept), 1));
  }
}
