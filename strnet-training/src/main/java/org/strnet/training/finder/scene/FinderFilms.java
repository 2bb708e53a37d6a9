package org.strnet.training.finder.scene;

import java.util.List;

/**
 * The films that a training draws from.
 *
 * @param knees films with annotated joints
 * @param crops knee crops whose joint is known to be there, its place only on average; may be empty
 * @param phantoms synthetic films with exact joints; may be empty
 * @param others films of other body parts; may be empty
 */
public record FinderFilms(
    List<FinderFilm> knees,
    List<FinderFilm> crops,
    List<FinderFilm> phantoms,
    List<FinderFilm> others) {

  /** Copies the lists and checks that there is a knee to learn. */
  public FinderFilms {
    knees = List.copyOf(knees);
    crops = List.copyOf(crops);
    phantoms = List.copyOf(phantoms);
    others = List.copyOf(others);
    if (knees.isEmpty() && phantoms.isEmpty()) {
      throw new IllegalArgumentException("at least one film with an exact joint is needed");
    }
  }
}
