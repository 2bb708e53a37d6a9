package org.strnet.dicom.result.sr;

import static org.strnet.dicom.result.sr.Relationship.CONTAINS;
import static org.strnet.dicom.result.sr.Relationship.HAS_ACQ_CONTEXT;
import static org.strnet.dicom.result.sr.Relationship.HAS_CONCEPT_MOD;
import static org.strnet.dicom.result.sr.Relationship.HAS_OBS_CONTEXT;
import static org.strnet.dicom.result.sr.Relationship.NONE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.strnet.dicom.film.BodySide;
import org.strnet.dicom.result.content.KneeNames;
import org.strnet.dicom.result.content.ResultWords;
import org.strnet.dicom.result.series.DeviceIdentity;
import org.strnet.dicom.result.series.ResultContext;
import org.strnet.report.FilmResult;
import org.strnet.report.KneeLeftOut;
import org.strnet.report.KneeResult;
import org.strnet.report.Wording;

/** The tree of a report (TID 1500). */
final class ReportContent {

  private final ResultContext context;
  private final Attributes film;
  private final KneeGroup groups;

  private ReportContent(ResultContext context) {
    this.context = context;
    this.film = context.film().header().attributes();
    this.groups = new KneeGroup(context);
  }

  static ContentItem of(ResultContext context) {
    ReportContent content = new ReportContent(context);
    List<ContentItem> items = new ArrayList<>();
    items.add(ContentItem.code(HAS_CONCEPT_MOD, Codes.LANGUAGE, Codes.ENGLISH));
    items.addAll(content.observer());
    items.add(ContentItem.code(HAS_CONCEPT_MOD, Codes.PROCEDURE, content.procedure()));
    items.add(content.library());
    items.add(ContentItem.container(CONTAINS, Codes.MEASUREMENTS, content.measurements()));
    items.addAll(content.conclusions());
    return ContentItem.container(NONE, Codes.REPORT, items);
  }

  /** TID 1002 and 1004. */
  private List<ContentItem> observer() {
    DeviceIdentity device = context.device();
    return List.of(
        ContentItem.code(HAS_OBS_CONTEXT, Codes.OBSERVER_TYPE, Codes.DEVICE),
        ContentItem.plain(HAS_OBS_CONTEXT, ValueType.UIDREF, Codes.DEVICE_UID, device.uid()),
        ContentItem.text(HAS_OBS_CONTEXT, Codes.DEVICE_NAME, device.station()),
        ContentItem.text(HAS_OBS_CONTEXT, Codes.DEVICE_MANUFACTURER, device.manufacturer()),
        ContentItem.text(HAS_OBS_CONTEXT, Codes.DEVICE_MODEL, device.model()));
  }

  /** What the source names; a plain radiograph where it names none. */
  private Code procedure() {
    Attributes named = film.getNestedDataset(Tag.ProcedureCodeSequence);
    if (named == null) {
      return Codes.RADIOGRAPHY;
    }
    String value = named.getString(Tag.CodeValue, "");
    String scheme = named.getString(Tag.CodingSchemeDesignator, "");
    String meaning = named.getString(Tag.CodeMeaning, "");
    boolean whole =
        !value.isEmpty()
            && !scheme.isEmpty()
            && scheme.length() <= 16
            && !meaning.isEmpty()
            && meaning.length() <= 64;
    return whole ? new Code(value, scheme, meaning) : Codes.RADIOGRAPHY;
  }

  /** TID 1600 with the one film. */
  private ContentItem library() {
    List<ContentItem> context = new ArrayList<>();
    String modality = film.getString(Tag.Modality, "");
    switch (modality) {
      case "CR" -> context.add(modality("CR", "Computed Radiography"));
      case "DX" -> context.add(modality("DX", "Digital Radiography"));
      default -> {}
    }
    context.add(ContentItem.code(HAS_ACQ_CONTEXT, Codes.TARGET_REGION, Codes.KNEE));
    filmSide()
        .ifPresent(
            side ->
                context.add(
                    ContentItem.code(HAS_ACQ_CONTEXT, Codes.IMAGE_LATERALITY, Codes.side(side))));
    add(context, ValueType.DATE, Codes.STUDY_DATE, film.getString(Tag.StudyDate, ""));
    add(context, ValueType.TIME, Codes.STUDY_TIME, film.getString(Tag.StudyTime, ""));
    var header = this.context.film().header();
    context.add(
        ContentItem.image(
            CONTAINS, Optional.empty(), header.sopClassUid(), header.sopInstanceUid()));
    ContentItem group = ContentItem.container(CONTAINS, Codes.LIBRARY_GROUP, context);
    return ContentItem.container(CONTAINS, Codes.LIBRARY, List.of(group));
  }

  private static ContentItem modality(String value, String meaning) {
    return ContentItem.code(HAS_ACQ_CONTEXT, Codes.MODALITY, new Code(value, "DCM", meaning));
  }

  private static void add(List<ContentItem> items, ValueType type, Code name, String value) {
    if (!value.isEmpty()) {
      items.add(ContentItem.plain(HAS_ACQ_CONTEXT, type, name, value));
    }
  }

  private Optional<BodySide> filmSide() {
    String code = film.getString(Tag.ImageLaterality, film.getString(Tag.Laterality, ""));
    for (BodySide side : BodySide.values()) {
      if (side.code().equals(code)) {
        return Optional.of(side);
      }
    }
    return Optional.empty();
  }

  private List<ContentItem> measurements() {
    return context
        .film()
        .result()
        .fold(
            this::assessed,
            refused -> List.of(groups.unscored("Film", filmSide(), refused.why())),
            failed -> List.of(groups.failed("Film", filmSide(), failed.message())));
  }

  private List<ContentItem> assessed(FilmResult.Assessed assessed) {
    List<ContentItem> items = new ArrayList<>();
    List<Optional<BodySide>> sides = context.film().sides();
    List<String> names = KneeNames.of(sides);
    int worst = assessed.knees().indexOf(assessed.worst());
    for (int i = 0; i < names.size(); i++) {
      KneeResult knee = assessed.knees().get(i);
      Optional<Boolean> decides = names.size() > 1 ? Optional.of(i == worst) : Optional.empty();
      items.add(groups.scored(names.get(i), sides.get(i), knee, decides));
    }
    for (KneeLeftOut knee : assessed.leftOut()) {
      items.add(groups.unscored(KneeNames.leftOut(knee.region()), Optional.empty(), knee.why()));
    }
    return items;
  }

  private List<ContentItem> conclusions() {
    FilmResult result = context.film().result();
    List<ContentItem> items = new ArrayList<>();
    Optional<FilmResult.Assessed> scored =
        result.fold(Optional::of, film -> Optional.empty(), film -> Optional.empty());
    scored.ifPresent(assessed -> conclude(assessed, items));
    items.add(
        ContentItem.text(
            CONTAINS, Codes.RECOMMENDATION, ResultWords.recommendation(context.facts(), result)));
    context.film().notices().forEach(notice -> items.add(comment(notice)));
    Wording.facts(context.facts()).forEach(sentence -> items.add(comment(sentence)));
    items.add(comment(Wording.RESEARCH_USE));
    return items;
  }

  private void conclude(FilmResult.Assessed assessed, List<ContentItem> items) {
    items.add(
        ContentItem.code(
            CONTAINS,
            Codes.FILM_RESULT,
            KneeGroup.decision(context.facts().targets(), assessed.decision())));
    KneeGroup.zone(context.facts(), Codes.FILM_ZONE, assessed.worst()).ifPresent(items::add);
    if (assessed.knees().size() > 1) {
      items.add(comment(ResultWords.DECIDING_KNEE));
    }
    Wording.clinical(context.facts(), assessed.clinicalUsed())
        .ifPresent(sentence -> items.add(comment(sentence)));
  }

  private static ContentItem comment(String sentence) {
    return ContentItem.text(CONTAINS, Codes.COMMENT, sentence);
  }
}
