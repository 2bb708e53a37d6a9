package org.strnet.study.page;

import java.util.Optional;
import org.strnet.dataset.CohortFilm;
import org.strnet.report.Picture;

/** Where pictures of films come from. A film that cannot be shown has none. */
public interface FilmPictures {

  /** No pictures. */
  FilmPictures NONE = film -> Optional.empty();

  /** The film, small. */
  Optional<Picture> film(CohortFilm film);

  /** The crop that the network saw beside its heat-map. */
  default Optional<Picture> heatMap(CohortFilm film) {
    return Optional.empty();
  }
}
