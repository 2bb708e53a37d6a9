/**
 * Random changes of a training film that leave its label true: placement (rotation, scale, shift),
 * exposure (gamma, contrast), detector (noise, blur) and local erasing. Enters a knee patch, leaves
 * the network's input {@code [S,S]} in [-1, 1]. Every change is drawn from a seed that depends on
 * the film, the epoch and the run only, so that neither threads nor a resumed run change a picture.
 */
@NullMarked
package org.strnet.training.augmentation;

import org.jspecify.annotations.NullMarked;
