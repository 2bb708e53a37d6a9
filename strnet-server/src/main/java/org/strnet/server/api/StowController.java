package org.strnet.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.strnet.dicom.node.web.StowRequest;
import org.strnet.dicom.node.web.StowResponse;
import org.strnet.server.audit.AuditLog;
import org.strnet.server.screening.NodeService;

/** STOW-RS (PS3.18, 10.5) on the server's own port; the node takes the objects. */
@RestController
@PreAuthorize("hasRole('READER')")
@Tag(name = "dicomweb", description = "DICOM over the web (PS3.18)")
class StowController {

  static final String JSON = "application/dicom+json";
  static final String XML = "application/dicom+xml";
  static final String RELATED = "multipart/related; type=\"application/dicom\"; boundary=...";

  private final NodeService node;
  private final AuditLog audit;

  StowController(NodeService node, AuditLog audit) {
    this.node = node;
    this.audit = audit;
  }

  @Operation(summary = "Store objects", description = "STOW-RS: one part for each object")
  @StowAnswers
  @PostMapping(
      path = "/dicomweb/studies",
      produces = {JSON, XML})
  ResponseEntity<byte[]> store(
      @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) String type,
      @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = JSON)
          String accept,
      InputStream body,
      Principal account)
      throws IOException {
    return store(type, Optional.empty(), accept, body, account);
  }

  @Operation(
      summary = "Store objects of one study",
      description = "STOW-RS: objects of another study are refused")
  @StowAnswers
  @PostMapping(
      path = "/dicomweb/studies/{study}",
      produces = {JSON, XML})
  ResponseEntity<byte[]> storeInStudy(
      @PathVariable("study") String study,
      @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) String type,
      @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = JSON)
          String accept,
      InputStream body,
      Principal account)
      throws IOException {
    if (!study.matches("[0-9.]{1,64}")) {
      throw new ProblemException(Problem.INVALID_REQUEST, "study: digits and dots, up to 64");
    }
    return store(type, Optional.of(study), accept, body, account);
  }

  private ResponseEntity<byte[]> store(
      String type, Optional<String> study, String accept, InputStream body, Principal account) {
    long largest = (long) node.configuration().web().requestMebibytes() << 20;
    StowRequest request =
        StowRequest.of(type, study, largest)
            .orElseThrow(
                () -> new ProblemException(Problem.UNSUPPORTED_OBJECT, "Content-Type: " + RELATED));
    StowResponse response = request.store(body, node.node().intake());
    audit.add(
        account.getName(),
        "films.stored",
        "stow",
        "%d stored, %d refused".formatted(response.storedObjects(), response.failedObjects()));
    boolean xml = accept.contains(XML);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(response.httpStatus())
            .contentType(MediaType.parseMediaType(xml ? XML : JSON));
    if (response.httpStatus() == 503) {
      answer.header(HttpHeaders.RETRY_AFTER, "30");
    }
    return answer.body((xml ? response.xml() : response.json()).getBytes(StandardCharsets.UTF_8));
  }
}
