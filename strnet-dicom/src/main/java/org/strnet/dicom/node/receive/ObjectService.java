package org.strnet.dicom.node.receive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.aoju.bus.image.Dimse;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.PDVInputStream;
import org.aoju.bus.image.metric.internal.pdu.Presentation;
import org.aoju.bus.image.metric.service.BasicCStoreSCP;
import org.strnet.dicom.node.intake.Intake;
import org.strnet.dicom.node.intake.IntakeException;
import org.strnet.dicom.node.intake.Refusal;
import org.strnet.dicom.send.PromptAcknowledgement;

/** Answers C-STORE requests: the data set streams to disk as it comes. */
final class ObjectService extends BasicCStoreSCP {

  private static final Logger LOG = System.getLogger(ObjectService.class.getName());
  private static final String EXPLICIT = "1.2.840.10008.1.2.1";
  private static final int LONGEST_COMMENT = 64;

  private final Intake intake;
  private final ScheduledExecutorService clock;
  private final Duration longestObject;

  ObjectService(Intake intake, ScheduledExecutorService clock, Duration longestObject) {
    this.intake = intake;
    this.clock = clock;
    this.longestObject = longestObject;
  }

  @Override
  public void onDimse(
      Association association,
      Presentation context,
      Dimse dimse,
      Attributes request,
      PDVInputStream data)
      throws IOException {
    super.onDimse(association, context, dimse, request, data);
    PromptAcknowledgement.of(association.getSocket());
  }

  @Override
  protected void store(
      Association association,
      Presentation context,
      Attributes request,
      PDVInputStream data,
      Attributes response)
      throws IOException {
    // A sender that drips bytes never meets a time limit for silence.
    Future<?> deadline =
        clock.schedule(
            () -> {
              association.getSocket().close();
              return true;
            },
            longestObject.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      requireOneClass(association, context, request);
      intake.take(new SequenceInputStream(meta(association, context, request), data));
    } catch (IntakeException e) {
      LOG.log(Level.WARNING, "an object was refused: {0}", e.getMessage());
      refuse(response, e);
    } finally {
      data.skipAll();
      deadline.cancel(false);
    }
  }

  private static void requireOneClass(
      Association association, Presentation context, Attributes request) throws IntakeException {
    String asked = request.getString(Tag.AffectedSOPClassUID, "");
    // An accepted context names only its transfer syntax; its class is in what was proposed.
    Presentation proposed = association.getAAssociateRQ().getPresentationContext(context.getPCID());
    if (proposed == null || !asked.equals(proposed.getAbstractSyntax())) {
      throw new IntakeException(
          Refusal.MISMATCH, "request and presentation context name one SOP class, found two");
    }
  }

  private static InputStream meta(Association association, Presentation context, Attributes request)
      throws IOException {
    Attributes meta =
        association.createFileMetaInformation(
            request.getString(Tag.AffectedSOPInstanceUID, ""),
            request.getString(Tag.AffectedSOPClassUID, ""),
            context.getTransferSyntax());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (ImageOutputStream out = new ImageOutputStream(bytes, EXPLICIT)) {
      out.writeFileMetaInformation(meta);
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private static void refuse(Attributes response, IntakeException refusal) {
    String comment = refusal.getMessage();
    response.setInt(Tag.Status, VR.US, refusal.refusal().status());
    response.setString(
        Tag.ErrorComment,
        VR.LO,
        comment.substring(0, Math.min(LONGEST_COMMENT, comment.length())).replace('\\', '/'));
  }
}
