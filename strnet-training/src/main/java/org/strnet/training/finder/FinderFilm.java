package org.strnet.training.finder;

import java.util.List;

/**
 * A film to train on.
 *
 * @param name file name, or what it is
 * @param film its pixels
 * @param joints its joints in its pixels; empty when it shows no knee
 */
record FinderFilm(String name, ReducedFilm film, List<PlacedJoint> joints) {

  /** Copies the list. */
  FinderFilm {
    joints = List.copyOf(joints);
  }
}
