package org.strnet.dicom.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.strnet.dicom.node.intake.ObjectName;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class StowResponseTest {

  @Test
  void the_same_answer_is_read_back_from_xml() throws Exception {
    StowResponse response = new StowResponse();
    response.stored(new ObjectName("1.2.840.10008.5.1.4.1.1.1", "2.25.17"));
    response.failed(0xC000);

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(response.xml().getBytes(StandardCharsets.UTF_8)));

    Element failed = (Element) document.getDocumentElement().getFirstChild();
    Element stored = (Element) failed.getNextSibling();
    assertThat(failed.getAttribute("keyword")).isEqualTo("FailedSOPSequence");
    assertThat(failed.getTextContent()).isEqualTo("49152");
    assertThat(stored.getAttribute("tag")).isEqualTo("00081199");
    assertThat(stored.getTextContent()).isEqualTo("1.2.840.10008.5.1.4.1.1.12.25.17");
    assertThat(response.httpStatus()).isEqualTo(202);
  }

  @Test
  void a_body_that_broke_off_is_said_whatever_was_stored_before() {
    StowResponse response = new StowResponse();
    response.stored(new ObjectName("1.2", "2.25.1"));
    response.endedEarly(413);

    assertThat(response.httpStatus()).isEqualTo(413);
    assertThat(response.storedObjects()).isEqualTo(1);
  }

  @Test
  void only_a_related_body_of_dicom_objects_with_a_boundary_is_a_request() {
    assertThat(
            StowRequest.of(
                "multipart/related; type=\"application/dicom\"; boundary=x", Optional.empty(), 9))
        .isPresent();
    assertThat(
            StowRequest.of(
                "multipart/form-data; type=\"application/dicom\"; boundary=x", Optional.empty(), 9))
        .isEmpty();
    assertThat(StowRequest.of("multipart/related; type=\"application/dicom\"", Optional.empty(), 9))
        .isEmpty();
  }
}
