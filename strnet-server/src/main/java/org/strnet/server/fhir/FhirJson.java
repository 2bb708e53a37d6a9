package org.strnet.server.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.stereotype.Component;

/** Resources as JSON. The context takes a second to make, and is made at its first use. */
@Component
class FhirJson {

  /** Media type of every answer. */
  static final String TYPE = "application/fhir+json";

  /** Writes a resource. */
  String write(IBaseResource resource) {
    return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
  }

  /**
   * Reads a resource; what it does not know is refused.
   *
   * @throws FhirException when the text is no such resource
   */
  <T extends IBaseResource> T read(Class<T> type, String text) {
    try {
      return FhirContext.forR4Cached()
          .newJsonParser()
          .setParserErrorHandler(new StrictErrorHandler())
          .parseResource(type, text);
    } catch (DataFormatException
        | ClassCastException
        | IllegalArgumentException
        | InternalErrorException e) {
      throw new FhirException(
          400, IssueType.STRUCTURE, "the body is no valid %s".formatted(type.getSimpleName()));
    }
  }
}
