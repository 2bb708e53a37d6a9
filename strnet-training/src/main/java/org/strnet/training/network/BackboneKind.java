package org.strnet.training.network;

/** The convolutional networks that can carry STR-Net. */
public enum BackboneKind {
  /** Sandler et al. 2018, torchvision's layout; takes a width multiplier. */
  MOBILENET_V2(19),
  /** He et al. 2016, 18 layers, torchvision's layout. */
  RESNET18(5);

  private final int stages;

  BackboneKind(int stages) {
    this.stages = stages;
  }

  /** How many stages it has that can be frozen. */
  public int stages() {
    return stages;
  }
}
