package org.strnet.dicom.result.sr;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.strnet.dicom.result.series.ResultClass;
import org.strnet.dicom.result.series.ResultContext;
import org.strnet.dicom.result.series.ResultHeader;

/**
 * The Comprehensive SR of a film (PS3.3 A.35.3). Complete where every knee that was found is scored
 * or the film is refused; partial where a knee was left out or processing failed. Never verified.
 */
public final class StructuredReport {

  private StructuredReport() {}

  /** The report's data set. */
  public static Attributes of(ResultContext context) {
    Attributes report = ResultHeader.of(context, ResultClass.COMPREHENSIVE_SR);
    report.newSequence(Tag.ReferencedPerformedProcedureStepSequence, 0);
    boolean complete =
        context.film().result().fold(film -> film.leftOut().isEmpty(), film -> true, film -> false);
    report.setString(Tag.CompletionFlag, VR.CS, complete ? "COMPLETE" : "PARTIAL");
    report.setString(Tag.VerificationFlag, VR.CS, "UNVERIFIED");
    report.setString(Tag.PreliminaryFlag, VR.CS, "PRELIMINARY");
    report.newSequence(Tag.PerformedProcedureCodeSequence, 0);
    evidence(report, context);
    RequestReference.add(context.film().header().attributes(), report);
    template(report, "1500");
    ContentWriter.write(ReportContent.of(context), report);
    return report;
  }

  /** The content as it is written. */
  public static ContentItem content(ResultContext context) {
    return ReportContent.of(context);
  }

  private static void evidence(Attributes report, ResultContext context) {
    var film = context.film().header();
    Attributes series = new Attributes();
    Attributes study = new Attributes();
    study.setString(Tag.StudyInstanceUID, VR.UI, film.studyInstanceUid());
    Sequence evidence = report.newSequence(Tag.CurrentRequestedProcedureEvidenceSequence, 1);
    evidence.add(study);
    study.newSequence(Tag.ReferencedSeriesSequence, 1).add(series);
    series.setString(
        Tag.SeriesInstanceUID, VR.UI, film.attributes().getString(Tag.SeriesInstanceUID, ""));
    series.newSequence(Tag.ReferencedSOPSequence, 1).add(ResultHeader.reference(film));
  }

  private static void template(Attributes report, String identifier) {
    Attributes template = new Attributes();
    template.setString(Tag.MappingResource, VR.CS, "DCMR");
    template.setString(Tag.TemplateIdentifier, VR.CS, identifier);
    report.newSequence(Tag.ContentTemplateSequence, 1).add(template);
  }
}
