package org.strnet.training.finder.scene;

import java.util.List;

/**
 * A film to train on.
 *
 * @param name file name, or what it is
 * @param film its pixels
 * @param joints its joints in its pixels; empty when it shows no knee
 */
public record FinderFilm(String name, ReducedFilm film, List<PlacedJoint> joints) {

  /** Copies the list. */
  public FinderFilm {
    joints = List.copyOf(joints);
  }
}
