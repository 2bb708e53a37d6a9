package org.strnet.training.export;

/**
 * A convolution's weights with the batch normalisation that follows folded in: in evaluation {@code
 * gamma (conv(x) - mean) / sqrt(variance + epsilon) + beta} is again a convolution (Ioffe and
 * Szegedy 2015, arXiv 1502.03167, section 3.1). Worked in double, so that only the last rounding
 * parts it from the two steps.
 *
 * @param weight {@code [O, I, k, k]}, output channel by output channel
 * @param bias {@code [O]}
 */
public record FoldedConvolution(float[] weight, float[] bias) {

  /** Copies the arrays in and checks that every channel has as many weights. */
  public FoldedConvolution {
    if (bias.length == 0 || weight.length == 0 || weight.length % bias.length != 0) {
      throw new IllegalArgumentException(
          "weights must be a multiple of the output channels, found %d for %d channels"
              .formatted(weight.length, bias.length));
    }
    weight = weight.clone();
    bias = bias.clone();
  }

  /**
   * A batch normalisation in evaluation, one value for each channel.
   *
   * @param gamma scale
   * @param beta shift
   * @param mean running mean
   * @param variance running variance, not negative
   * @param epsilon added to the variance, above 0
   */
  public record Normalisation(
      float[] gamma, float[] beta, float[] mean, float[] variance, double epsilon) {

    /** Copies the arrays in and checks that they are equally long. */
    public Normalisation {
      int channels = gamma.length;
      if (beta.length != channels || mean.length != channels || variance.length != channels) {
        throw new IllegalArgumentException(
            "four values for each channel, found %d, %d, %d, %d"
                .formatted(channels, beta.length, mean.length, variance.length));
      }
      if (!(epsilon > 0)) {
        throw new IllegalArgumentException("epsilon must be positive, found " + epsilon);
      }
      gamma = gamma.clone();
      beta = beta.clone();
      mean = mean.clone();
      variance = variance.clone();
    }

    private double factor(int channel) {
      return gamma[channel] / Math.sqrt(variance[channel] + epsilon);
    }
  }

  /**
   * Folds a normalisation into a convolution without bias.
   *
   * @param weight {@code [O, I, k, k]}
   * @param normalisation of O channels
   */
  public static FoldedConvolution of(float[] weight, Normalisation normalisation) {
    int channels = normalisation.gamma.length;
    int each = weight.length / channels;
    float[] folded = new float[weight.length];
    float[] bias = new float[channels];
    for (int channel = 0; channel < channels; channel++) {
      double factor = normalisation.factor(channel);
      for (int i = channel * each; i < (channel + 1) * each; i++) {
        folded[i] = (float) (factor * weight[i]);
      }
      bias[channel] = (float) (normalisation.beta[channel] - factor * normalisation.mean[channel]);
    }
    return new FoldedConvolution(folded, bias);
  }

  /** A copy of the weights. */
  @Override
  public float[] weight() {
    return weight.clone();
  }

  /** A copy of the bias. */
  @Override
  public float[] bias() {
    return bias.clone();
  }
}
