package org.strnet.server.fhir;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.strnet.server.audit.AuditLog;
import org.strnet.server.fhir.FilmResources.Kind;

/** Reading and searching FHIR resources. */
@RestController
@RequestMapping("/fhir")
@PreAuthorize("hasRole('READER')")
class FhirController {

  private final Searches searches;
  private final ReportedFilms films;
  private final FilmResources resources;
  private final ReferenceDensitometry densitometry;
  private final Capabilities capabilities;
  private final FhirJson json;
  private final AuditLog audit;

  FhirController(
      Searches searches,
      ReportedFilms films,
      FilmResources resources,
      ReferenceDensitometry densitometry,
      Capabilities capabilities,
      FhirJson json,
      AuditLog audit) {
    this.searches = searches;
    this.films = films;
    this.resources = resources;
    this.densitometry = densitometry;
    this.capabilities = capabilities;
    this.json = json;
    this.audit = audit;
  }

  @GetMapping("/metadata")
  ResponseEntity<String> metadata(HttpServletRequest request) {
    return answer(capabilities.statement(home(request) + "/fhir"));
  }

  @GetMapping("/{type}")
  ResponseEntity<String> search(
      @PathVariable("type") String type,
      @RequestParam Map<String, String> parameters,
      HttpServletRequest request,
      Principal account) {
    Bundle page = searches.page(new FhirSearch(kind(type), parameters, home(request)));
    audit.add(
        account.getName(), "fhir.searched", "-", "%s: %d".formatted(type, page.getEntry().size()));
    return answer(page);
  }

  @GetMapping("/{type}/{id}")
  ResponseEntity<String> read(
      @PathVariable("type") String type,
      @PathVariable("id") String id,
      HttpServletRequest request,
      Principal account) {
    Kind kind = kind(type);
    if (!id.matches("[A-Za-z0-9.-]{1,64}")) {
      throw FhirException.notFound();
    }
    Resource found =
        kind == Kind.OBSERVATION && ReferenceDensitometry.isOwn(id)
            ? densitometry.byId(id)
            : find(kind, id, home(request));
    audit.add(account.getName(), "fhir.read", "-", type + " " + id);
    return answer(found);
  }

  private Resource find(Kind kind, String id, String home) {
    if (kind == Kind.DEVICE) {
      String name = films.bundles().get(id);
      if (name == null) {
        throw FhirException.notFound();
      }
      return resources.device(id, name);
    }
    ReportedFilm film = searches.one(kind, id).orElseThrow(FhirException::notFound);
    if (kind == Kind.IMAGING_STUDY) {
      return resources.study(film);
    }
    return resources.of(kind, film, Optional.of(home)).stream()
        .filter(resource -> resource.getIdPart().equals(id))
        .findFirst()
        .orElseThrow(FhirException::notFound);
  }

  private static Kind kind(String type) {
    return Kind.ofType(type)
        .orElseThrow(
            () ->
                new FhirException(
                    404, IssueType.NOTSUPPORTED, "this type is not served; see metadata"));
  }

  private ResponseEntity<String> answer(IBaseResource resource) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(FhirJson.TYPE))
        .body(json.write(resource));
  }

  /** Address of the server as the caller knows it. */
  private static String home(HttpServletRequest request) {
    return ServletUriComponentsBuilder.fromContextPath(request).toUriString();
  }
}
