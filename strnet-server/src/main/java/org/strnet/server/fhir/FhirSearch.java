package org.strnet.server.fhir;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.web.util.UriComponentsBuilder;
import org.strnet.server.fhir.FilmResources.Kind;

/**
 * A search as it was asked for.
 *
 * @param kind of resource
 * @param parameters of the request
 * @param home address of the server as the caller knows it
 */
record FhirSearch(Kind kind, Map<String, String> parameters, String home) {

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

  /**
   * Checks the parameters.
   *
   * @throws FhirException when one is unknown or malformed
   */
  FhirSearch {
    parameters = Map.copyOf(parameters);
    if (parameters.values().stream().anyMatch(value -> !value.matches("[^\\p{Cntrl}]{0,512}"))) {
      throw new FhirException(400, IssueType.INVALID, "values are texts of up to 512 characters");
    }
    for (String name : parameters.keySet()) {
      if (!PATIENT.contains(name) && !OTHERS.contains(name)) {
        throw new FhirException(
            400, IssueType.NOTSUPPORTED, "search parameters are patient, identifier, _id, _count");
      }
    }
    if (!parameters.getOrDefault("_count", "1").matches("0*[1-9][0-9]{0,5}")) {
      throw new FhirException(400, IssueType.INVALID, "_count: a positive number");
    }
  }

  /** Resources a page. */
  int most() {
    return Math.min(
        MOST, Integer.parseInt(parameters.getOrDefault("_count", Integer.toString(USUAL))));
  }

  /** The resource that is meant. */
  Optional<String> id() {
    return Optional.ofNullable(parameters.get("_id"));
  }

  /** Identifier of the patient that is meant. */
  Optional<String> patient() {
    return PATIENT.stream()
        .filter(parameters::containsKey)
        .findFirst()
        .map(name -> value(parameters.get(name)));
  }

  /** Identifier of what is meant. */
  Optional<String> identifier() {
    return Optional.ofNullable(parameters.get("identifier")).map(FhirSearch::value);
  }

  /** Where the page begins, in one part of the search; empty elsewhere. */
  Optional<SearchCursor> cursor(SearchCursor.Part part) {
    return cursor().filter(it -> it.part() == part);
  }

  /** Where the page begins; at the first without one. */
  Optional<SearchCursor> cursor() {
    return Optional.ofNullable(parameters.get("_cursor")).map(SearchCursor::parse);
  }

  /** Address of the FHIR interface. */
  String base() {
    return home + "/fhir";
  }

  /** Address of this page. */
  String address() {
    return address(parameters);
  }

  /** Address of the page that begins somewhere. */
  String address(SearchCursor place) {
    Map<String, String> next = new TreeMap<>(parameters);
    next.put("_cursor", place.text());
    return address(next);
  }

  private String address(Map<String, String> values) {
    UriComponentsBuilder address = UriComponentsBuilder.fromUriString(base() + "/" + kind.type());
    new TreeMap<>(values).forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
    return address.encode().buildAndExpand(values).toUriString();
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
}
