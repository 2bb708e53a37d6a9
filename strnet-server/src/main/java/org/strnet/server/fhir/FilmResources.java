package org.strnet.server.fhir;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** All resources of a film. */
@Component
class FilmResources {

  private final ReportResources reports;
  private final ObservationResources observations;
  private final RiskResources risks;
  private final ContextResources context;

  FilmResources(
      ReportResources reports,
      ObservationResources observations,
      RiskResources risks,
      ContextResources context) {
    this.reports = reports;
    this.observations = observations;
    this.risks = risks;
    this.context = context;
  }

  /** The kinds of resources that a search may be for. */
  enum Kind {
    DIAGNOSTIC_REPORT("DiagnosticReport"),
    OBSERVATION("Observation"),
    RISK_ASSESSMENT("RiskAssessment"),
    IMAGING_STUDY("ImagingStudy"),
    DEVICE("Device");

    private final String type;

    Kind(String type) {
      this.type = type;
    }

    String type() {
      return type;
    }

    static Optional<Kind> ofType(String type) {
      return java.util.Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }
  }

  /**
   * The resources of one kind that a film has; a study is of its first film.
   *
   * @param home address of this server, where who gets them can ask it for documents
   */
  List<? extends Resource> of(Kind kind, ReportedFilm reported, Optional<String> home) {
    return switch (kind) {
      case DIAGNOSTIC_REPORT -> List.of(reports.of(reported, home));
      case OBSERVATION -> observations.of(reported);
      case RISK_ASSESSMENT -> risks.of(reported);
      case IMAGING_STUDY -> reported.leadsStudy() ? List.of(context.study(reported)) : List.of();
      case DEVICE ->
          List.of(context.device(reported.result().bundleSha256(), reported.result().bundle()));
    };
  }

  /** The study of a film, whichever of its films comes first. */
  Resource study(ReportedFilm reported) {
    return context.study(reported);
  }

  /** The device of a bundle. */
  Resource device(String sha256, String bundle) {
    return context.device(sha256, bundle);
  }

  /**
   * All of them as one transaction. Identifiers are the same every time, so that sending it again
   * changes nothing. The other server cannot sign in here for a report's document: none is named.
   *
   * @param base address of the server that it is for
   */
  Bundle transaction(ReportedFilm reported, String base) {
    Bundle bundle = new Bundle();
    bundle.setType(BundleType.TRANSACTION);
    put(bundle, base, of(Kind.DEVICE, reported, Optional.empty()));
    put(bundle, base, List.of(context.study(reported)));
    put(bundle, base, of(Kind.OBSERVATION, reported, Optional.empty()));
    put(bundle, base, of(Kind.RISK_ASSESSMENT, reported, Optional.empty()));
    put(bundle, base, of(Kind.DIAGNOSTIC_REPORT, reported, Optional.empty()));
    return bundle;
  }

  private static void put(Bundle bundle, String base, List<? extends Resource> resources) {
    for (Resource resource : resources) {
      String place = resource.fhirType() + "/" + resource.getIdPart();
      bundle
          .addEntry()
          .setFullUrl(base + "/" + place)
          .setResource(resource)
          .getRequest()
          .setMethod(HTTPVerb.PUT)
          .setUrl(place);
    }
  }
}
