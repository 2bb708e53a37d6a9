package org.strnet.dicom.result.sr;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;

/** Referenced Request Sequence (0040,A370): the order that the film was made for. */
final class RequestReference {

  private RequestReference() {}

  /** Adds one item per request of the source; none where it names neither request nor accession. */
  static void add(Attributes film, Attributes report) {
    Sequence requests = film.getSequence(Tag.RequestAttributesSequence);
    boolean named = requests != null && !requests.isEmpty();
    if (!named && film.getString(Tag.AccessionNumber, "").isEmpty()) {
      return;
    }
    Sequence references = report.newSequence(Tag.ReferencedRequestSequence, 1);
    if (named) {
      requests.forEach(request -> references.add(item(film, request)));
    } else {
      references.add(item(film, new Attributes()));
    }
  }

  private static Attributes item(Attributes film, Attributes request) {
    Attributes item = new Attributes();
    item.setString(Tag.StudyInstanceUID, VR.UI, film.getString(Tag.StudyInstanceUID, ""));
    item.newSequence(Tag.ReferencedStudySequence, 0);
    copy(film, item, Tag.AccessionNumber, VR.SH);
    copy(request, item, Tag.AccessionNumber, VR.SH);
    copy(request, item, Tag.PlacerOrderNumberImagingServiceRequest, VR.LO);
    copy(request, item, Tag.FillerOrderNumberImagingServiceRequest, VR.LO);
    copy(request, item, Tag.RequestedProcedureID, VR.SH);
    copy(request, item, Tag.RequestedProcedureDescription, VR.LO);
    item.newSequence(Tag.RequestedProcedureCodeSequence, 0);
    if (request.containsValue(Tag.RequestedProcedureCodeSequence)) {
      item.addSelected(request, Tag.RequestedProcedureCodeSequence);
    }
    return item;
  }

  private static void copy(Attributes from, Attributes to, int tag, VR vr) {
    if (from.containsValue(tag)) {
      to.addSelected(from, tag);
    } else if (!to.contains(tag)) {
      to.setNull(tag, vr);
    }
  }
}
