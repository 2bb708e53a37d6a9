package org.strnet.dicom.result.pdf;

import java.util.Arrays;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.strnet.dicom.result.content.StatementBuilder;
import org.strnet.dicom.result.series.ResultClass;
import org.strnet.dicom.result.series.ResultContext;
import org.strnet.dicom.result.series.ResultHeader;

/** The sheet as an Encapsulated PDF (PS3.3 A.45.1). */
public final class EncapsulatedPdf {

  private EncapsulatedPdf() {}

  /** The PDF's data set. */
  public static Attributes of(ResultContext context) {
    Attributes object = ResultHeader.of(context, ResultClass.ENCAPSULATED_PDF);
    byte[] pdf = document(context, object.getString(Tag.SOPInstanceUID));
    object.setString(Tag.ConversionType, VR.CS, "WSD");
    object.setNull(Tag.AcquisitionDateTime, VR.DT);
    object.setString(Tag.BurnedInAnnotation, VR.CS, context.patientNamed() ? "YES" : "NO");
    object
        .newSequence(Tag.SourceInstanceSequence, 1)
        .add(ResultHeader.reference(context.film().header()));
    object.setString(Tag.DocumentTitle, VR.ST, "Knee radiograph: result of a screening program");
    ResultHeader.code(
        object, Tag.ConceptNameCodeSequence, "18748-4", "LN", "Diagnostic imaging report");
    object.setString(Tag.VerificationFlag, VR.CS, "UNVERIFIED");
    object.setString(Tag.MIMETypeOfEncapsulatedDocument, VR.LO, "application/pdf");
    object.setInt(Tag.EncapsulatedDocumentLength, VR.UL, pdf.length);
    object.setBytes(Tag.EncapsulatedDocument, VR.OB, even(pdf));
    return object;
  }

  /** The PDF alone. */
  public static byte[] document(ResultContext context) {
    return document(
        context,
        ResultHeader.of(context, ResultClass.ENCAPSULATED_PDF).getString(Tag.SOPInstanceUID));
  }

  private static byte[] document(ResultContext context, String instance) {
    return ResultSheet.of(StatementBuilder.of(context), context.at(), instance.hashCode());
  }

  /** Values have an even length (PS3.5, 7.1.1); the true one stands in its own attribute. */
  private static byte[] even(byte[] pdf) {
    return Arrays.copyOf(pdf, pdf.length + pdf.length % 2);
  }
}
