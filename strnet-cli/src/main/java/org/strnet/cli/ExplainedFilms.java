package org.strnet.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.strnet.bundle.Bundle;
import org.strnet.dataset.CohortFilm;
import org.strnet.evaluation.study.CohortScreening.Regions;
import org.strnet.inference.BundleNetworks;
import org.strnet.knee.KneeRegion;
import org.strnet.network.Precision;
import org.strnet.report.FilmResult;
import org.strnet.report.KneeExplanation;
import org.strnet.report.Picture;
import org.strnet.screening.Explanations;
import org.strnet.screening.Screener;
import org.strnet.study.film.FilmPictures;
import org.strnet.study.film.ReadFilms;

/** Films with the heat-map of the knee that decided, drawn when a report asks for it. */
final class ExplainedFilms implements FilmPictures, AutoCloseable {

  private final FilmPictures films = new ReadFilms();
  private final BundleNetworks networks;
  private final Screener screener;
  private final Regions regions;

  private ExplainedFilms(BundleNetworks networks, Screener screener, Regions regions) {
    this.networks = networks;
    this.screener = screener;
    this.regions = regions;
  }

  static ExplainedFilms open(Bundle bundle, Precision precision, Regions regions)
      throws IOException {
    BundleNetworks networks = BundleNetworks.open(bundle, precision);
    Screener screener =
        networks.joints().isPresent()
            ? Screener.of(
                bundle.manifest(),
                networks.network(),
                networks.joints().get(),
                Explanations.HEAT_MAPS)
            : Screener.ofAnnotated(bundle.manifest(), networks.network(), Explanations.HEAT_MAPS);
    return new ExplainedFilms(networks, screener, regions);
  }

  @Override
  public Optional<Picture> film(CohortFilm film) {
    return films.film(film);
  }

  @Override
  public Optional<Picture> heatMap(CohortFilm film) {
    return screened(film)
        .fold(
            assessed -> assessed.worst().explanation().map(KneeExplanation::preview),
            refused -> Optional.empty(),
            failed -> Optional.empty());
  }

  private FilmResult screened(CohortFilm film) {
    Optional<KneeRegion> annotated = film.annotatedKnee();
    return regions == Regions.ANNOTATED && annotated.isPresent()
        ? screener.screenAnnotated(film.file(), List.of(annotated.get()), film.clinical())
        : screener.screen(film.file(), film.clinical());
  }

  @Override
  public void close() throws IOException {
    networks.close();
  }
}
