package org.strnet.dicom.result;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.strnet.dicom.film.ObjectFile;
import org.strnet.dicom.result.gsps.PresentationState;
import org.strnet.dicom.result.page.SecondaryCapture;
import org.strnet.dicom.result.pdf.EncapsulatedPdf;
import org.strnet.dicom.result.series.ResultContext;
import org.strnet.dicom.result.sr.StructuredReport;
import org.strnet.dicom.screening.ScreenedFilm;
import org.strnet.provenance.BadInputException;
import org.strnet.report.ModelFacts;

/** Makes the objects of a result. Safe for several threads. */
public final class ResultObjects {

  private final ModelFacts facts;
  private final ResultOptions options;

  private ResultObjects(ModelFacts facts, ResultOptions options) {
    this.facts = Objects.requireNonNull(facts);
    this.options = Objects.requireNonNull(options);
  }

  /**
   * Makes objects of one network's results.
   *
   * @param facts of the network
   * @param options which objects, and who makes them
   */
  public static ResultObjects of(ModelFacts facts, ResultOptions options) {
    return new ResultObjects(facts, options);
  }

  /**
   * The objects of one film, in the order of {@link ResultKind}. A film that was not assessed has
   * no presentation state, since there is nothing to mark.
   *
   * @param film what came of the film
   * @param at when the objects are made
   * @throws BadInputException when the film has no study, no identity or no class, so that no
   *     object could be filed or refer to it
   */
  public List<ResultObject> of(ScreenedFilm film, Instant at) {
    ResultContext context = context(film, at);
    List<ResultObject> objects = new ArrayList<>();
    for (ResultKind kind : ResultKind.values()) {
      if (options.kinds().contains(kind)) {
        dataset(kind, context).ifPresent(made -> objects.add(object(kind, made)));
      }
    }
    return objects;
  }

  /**
   * The PDF of one film as a document of its own: the one that {@link ResultKind#PDF} encapsulates.
   */
  public byte[] pdf(ScreenedFilm film, Instant at) {
    return EncapsulatedPdf.document(context(film, at));
  }

  private ResultContext context(ScreenedFilm film, Instant at) {
    return new ResultContext(film, facts, options.device(), options.patientNamed(), at);
  }

  private static Optional<Attributes> dataset(ResultKind kind, ResultContext context) {
    return switch (kind) {
      case STRUCTURED_REPORT -> Optional.of(StructuredReport.of(context));
      case PAGE -> Optional.of(SecondaryCapture.of(context));
      case PDF -> Optional.of(EncapsulatedPdf.of(context));
      case PRESENTATION_STATE -> PresentationState.of(context);
    };
  }

  private static ResultObject object(ResultKind kind, Attributes dataset) {
    String sopClass = dataset.getString(Tag.SOPClassUID);
    String instance = dataset.getString(Tag.SOPInstanceUID);
    return new ResultObject(kind, sopClass, instance, ObjectFile.of(dataset));
  }
}
