package org.strnet.server.fhir;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.strnet.server.fhir.FilmResources.Kind;
import org.strnet.server.fhir.SearchCursor.Part;

/** Searches over the resources of all films, and over reference T-scores, page by page. */
@Component
class Searches {

  /** Before any other identifier, after any moment: where the first page begins. */
  private static final SearchCursor FIRST_DENSITOMETRY =
      new SearchCursor(Part.DENSITOMETRY, Instant.parse("9999-01-01T00:00:00Z"), "", 0);

  private final ReportedFilms films;
  private final FilmResources resources;
  private final ReferenceDensitometry densitometry;

  Searches(ReportedFilms films, FilmResources resources, ReferenceDensitometry densitometry) {
    this.films = films;
    this.resources = resources;
    this.densitometry = densitometry;
  }

  /** A page of resources, newest arrival first; reference T-scores follow what films became. */
  Bundle page(FhirSearch search) {
    int most = search.most();
    List<Found> found = found(search, most + 1);
    Bundle bundle = new Bundle();
    bundle.setType(BundleType.SEARCHSET);
    bundle.addLink().setRelation("self").setUrl(search.address());
    for (Found one : found.subList(0, Math.min(most, found.size()))) {
      bundle
          .addEntry()
          .setFullUrl(
              "%s/%s/%s".formatted(search.base(), search.kind().type(), one.resource().getIdPart()))
          .setResource(one.resource())
          .getSearch()
          .setMode(SearchEntryMode.MATCH);
    }
    if (found.size() > most) {
      bundle.addLink().setRelation("next").setUrl(search.address(found.get(most).place()));
    }
    return bundle;
  }

  /** A resource, and the cursor that a page which begins with it has. */
  private record Found(Resource resource, SearchCursor place) {}

  private List<Found> found(FhirSearch search, int most) {
    if (search.kind() == Kind.DEVICE) {
      return devices(search);
    }
    List<Found> found = new ArrayList<>();
    if (search.cursor(Part.DENSITOMETRY).isEmpty()) {
      searched(search).ifPresent(meant -> addOfFilms(search, meant, most, found));
    }
    if (search.kind() == Kind.OBSERVATION && found.size() < most) {
      found.addAll(measured(search, most - found.size()));
    }
    return found;
  }

  private void addOfFilms(FhirSearch search, SearchedFilms meant, int most, List<Found> found) {
    Optional<SearchCursor> cursor = search.cursor(Part.FILMS);
    while (found.size() < most) {
      List<ReportedFilm> some = films.page(meant, cursor, most);
      for (ReportedFilm film : some) {
        List<? extends Resource> all = wanted(search, film);
        String id = film.film().id();
        int first = cursor.filter(it -> it.id().equals(id)).map(SearchCursor::given).orElse(0);
        for (int i = first; i < all.size(); i++) {
          found.add(new Found(all.get(i), place(film, i)));
        }
        cursor = Optional.of(place(film, all.size()));
      }
      if (some.size() < most) {
        break;
      }
    }
  }

  private static SearchCursor place(ReportedFilm film, int given) {
    return new SearchCursor(Part.FILMS, film.film().arrivedAt(), film.film().id(), given);
  }

  private List<? extends Resource> wanted(FhirSearch search, ReportedFilm film) {
    return resources.of(search.kind(), film, Optional.of(search.home())).stream()
        .filter(resource -> search.id().map(resource.getIdPart()::equals).orElse(true))
        .toList();
  }

  /** Empty where the identifier can be of no film. */
  private Optional<SearchedFilms> searched(FhirSearch search) {
    if (search.id().isEmpty()) {
      return Optional.of(
          new SearchedFilms(search.patient(), search.identifier(), Optional.empty()));
    }
    return one(search.kind(), search.id().get())
        .map(
            film ->
                new SearchedFilms(
                    search.patient(), search.identifier(), Optional.of(film.film().id())));
  }

  /** Reference T-scores have no identifier but their own. */
  private List<Found> measured(FhirSearch search, int most) {
    if (search.identifier().isPresent()) {
      return List.of();
    }
    SearchCursor from = search.cursor(Part.DENSITOMETRY).orElse(FIRST_DENSITOMETRY);
    return densitometry.part(search.id(), search.patient(), from, most).stream()
        .map(
            kept ->
                new Found(
                    densitometry.observation(kept),
                    new SearchCursor(Part.DENSITOMETRY, kept.enteredAt(), kept.id(), 0)))
        .toList();
  }

  /** The film that a resource of an identifier is of. */
  Optional<ReportedFilm> one(Kind kind, String id) {
    return switch (kind) {
      case DIAGNOSTIC_REPORT -> films.ofFilm(id);
      case IMAGING_STUDY -> films.ofStudy(id);
      case RISK_ASSESSMENT -> films.ofResult(id);
      case OBSERVATION -> films.ofResult(id.length() > 36 ? id.substring(0, 36) : id);
      case DEVICE -> Optional.empty();
    };
  }

  private List<Found> devices(FhirSearch search) {
    Optional<String> id = search.id().or(search::identifier);
    return films.bundles().entrySet().stream()
        .filter(bundle -> id.isEmpty() || id.get().equals(bundle.getKey()))
        .map(
            bundle ->
                new Found(
                    resources.device(bundle.getKey(), bundle.getValue()),
                    new SearchCursor(Part.FILMS, Instant.EPOCH, bundle.getKey(), 0)))
        .toList();
  }
}
