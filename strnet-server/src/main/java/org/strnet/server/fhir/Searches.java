package org.strnet.server.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.strnet.server.fhir.FilmResources.Kind;

/** Searches over the resources of all films, page by page. */
@Component
class Searches {

  private static final int USUAL = 20;
  private static final int MOST = 100;
  private static final Set<String> PATIENT =
      Set.of(
          "patient",
          "patient.identifier",
          "patient:identifier",
          "subject",
          "subject.identifier",
          "subject:identifier");
  private static final Set<String> OTHERS =
      Set.of("identifier", "_id", "_count", "_cursor", "_format");

  private final ReportedFilms films;
  private final FilmResources resources;

  Searches(ReportedFilms films, FilmResources resources) {
    this.films = films;
    this.resources = resources;
  }

  /**
   * A page of resources, newest arrival first.
   *
   * @param kind of resource
   * @param parameters of the request
   * @param base address of the FHIR interface here
   * @throws FhirException when a parameter is unknown or malformed
   */
  Bundle page(Kind kind, Map<String, String> parameters, String base) {
    if (parameters.values().stream().anyMatch(value -> !value.matches("[^\\p{Cntrl}]{0,512}"))) {
      throw new FhirException(400, IssueType.INVALID, "values are texts of up to 512 characters");
    }
    for (String name : parameters.keySet()) {
      if (!PATIENT.contains(name) && !OTHERS.contains(name)) {
        throw new FhirException(
            400, IssueType.NOTSUPPORTED, "search parameters are patient, identifier, _id, _count");
      }
    }
    int most = count(parameters);
    List<Found> found =
        kind == Kind.DEVICE ? devices(parameters) : resources(kind, parameters, most + 1);
    Bundle bundle = new Bundle();
    bundle.setType(BundleType.SEARCHSET);
    bundle.addLink().setRelation("self").setUrl(address(kind, parameters, base));
    for (Found one : found.subList(0, Math.min(most, found.size()))) {
      bundle
          .addEntry()
          .setFullUrl(base + "/" + kind.type() + "/" + one.resource().getIdPart())
          .setResource(one.resource())
          .getSearch()
          .setMode(SearchEntryMode.MATCH);
    }
    if (found.size() > most) {
      Map<String, String> next = new java.util.TreeMap<>(parameters);
      next.put("_cursor", found.get(most).place().text());
      bundle.addLink().setRelation("next").setUrl(address(kind, next, base));
    }
    return bundle;
  }

  /** A resource, and the cursor that a page which begins with it has. */
  private record Found(Resource resource, SearchCursor place) {}

  private List<Found> resources(Kind kind, Map<String, String> parameters, int most) {
    Optional<SearchCursor> cursor =
        Optional.ofNullable(parameters.get("_cursor")).map(SearchCursor::parse);
    Optional<SearchedFilms> search = search(kind, parameters);
    List<Found> found = new ArrayList<>();
    if (search.isEmpty()) {
      return found;
    }
    while (found.size() < most) {
      List<ReportedFilm> some = films.page(search.get(), cursor, most);
      for (ReportedFilm film : some) {
        List<? extends Resource> all = wanted(kind, parameters, film);
        int first =
            cursor
                .filter(it -> it.filmId().equals(film.film().id()))
                .map(SearchCursor::given)
                .orElse(0);
        for (int i = first; i < all.size(); i++) {
          found.add(
              new Found(
                  all.get(i), new SearchCursor(film.film().arrivedAt(), film.film().id(), i)));
        }
        cursor =
            Optional.of(new SearchCursor(film.film().arrivedAt(), film.film().id(), all.size()));
      }
      if (some.size() < most) {
        break;
      }
    }
    return found;
  }

  private List<? extends Resource> wanted(
      Kind kind, Map<String, String> parameters, ReportedFilm film) {
    String id = parameters.get("_id");
    return resources.of(kind, film).stream()
        .filter(resource -> id == null || resource.getIdPart().equals(id))
        .toList();
  }

  /** Empty where the identifier can be of no film. */
  private Optional<SearchedFilms> search(Kind kind, Map<String, String> parameters) {
    Optional<String> patient =
        PATIENT.stream()
            .filter(parameters::containsKey)
            .findFirst()
            .map(name -> value(parameters.get(name)));
    Optional<String> identifier =
        Optional.ofNullable(parameters.get("identifier")).map(Searches::value);
    Optional<String> id = Optional.ofNullable(parameters.get("_id"));
    if (id.isEmpty()) {
      return Optional.of(new SearchedFilms(patient, identifier, Optional.empty()));
    }
    return one(kind, id.get())
        .map(film -> new SearchedFilms(patient, identifier, Optional.of(film.film().id())));
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

  private List<Found> devices(Map<String, String> parameters) {
    Optional<String> id =
        Optional.ofNullable(parameters.get("_id"))
            .or(() -> Optional.ofNullable(parameters.get("identifier")).map(Searches::value));
    return films.bundles().entrySet().stream()
        .filter(bundle -> id.isEmpty() || id.get().equals(bundle.getKey()))
        .map(
            bundle ->
                new Found(
                    resources.device(bundle.getKey(), bundle.getValue()),
                    new SearchCursor(java.time.Instant.EPOCH, bundle.getKey(), 0)))
        .toList();
  }

  /** The value of a token, without its system; of a reference, without its type. */
  private static String value(String parameter) {
    String plain = parameter.substring(parameter.indexOf('|') + 1);
    for (String prefix : List.of("Patient/", "urn:oid:")) {
      if (plain.startsWith(prefix)) {
        return plain.substring(prefix.length());
      }
    }
    return plain;
  }

  private static int count(Map<String, String> parameters) {
    String count = parameters.getOrDefault("_count", Integer.toString(USUAL));
    if (!count.matches("[0-9]{1,6}") || Integer.parseInt(count) == 0) {
      throw new FhirException(400, IssueType.INVALID, "_count: a positive number");
    }
    return Math.min(MOST, Integer.parseInt(count));
  }

  private static String address(Kind kind, Map<String, String> parameters, String base) {
    UriComponentsBuilder address = UriComponentsBuilder.fromUriString(base + "/" + kind.type());
    parameters.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
    return address.encode().buildAndExpand(parameters).toUriString();
  }
}
