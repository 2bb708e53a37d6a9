package org.strnet.dicom.result.series;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.strnet.dicom.film.BodySide;
import org.strnet.dicom.screening.ScreenedFilm;
import org.strnet.report.Estimate;
import org.strnet.report.FilmResult;
import org.strnet.report.KneeLeftOut;
import org.strnet.report.KneeResult;
import org.strnet.report.ModelFacts;
import org.strnet.report.Wording;

/**
 * The UIDs of an object of ours, derived so that one result sent twice is stored once: the series
 * from study, bundle and kind, the instance also from the film and from what is said of it. A film
 * assessed again with another result (after a change of the site's settings, say) becomes another
 * object: one UID never names two contents.
 *
 * @param series Series Instance UID
 * @param instance SOP Instance UID
 */
public record ResultIdentity(String series, String instance) {

  /** Goes up when the same result is written in another way. */
  private static final String CONTENT_VERSION = "1";

  /** The identity of one class of object about a film. */
  public static ResultIdentity of(ScreenedFilm film, ModelFacts facts, ResultClass kind) {
    String study = film.header().studyInstanceUid();
    String bundleSha256 = facts.sha256();
    return new ResultIdentity(
        DerivedUid.of("series", study, bundleSha256, kind.uid()),
        DerivedUid.of(
            "instance",
            CONTENT_VERSION,
            study,
            film.header().sopInstanceUid(),
            bundleSha256,
            kind.uid(),
            said(film) + zones(film, facts)));
  }

  /** What a tracking identifier of a knee is derived from, so that every object names it alike. */
  public static String trackingUid(ScreenedFilm film, String knee) {
    return DerivedUid.of("knee", film.header().sopInstanceUid(), knee);
  }

  /** Everything that is told of the film, on one line each. */
  private static String said(ScreenedFilm film) {
    String result =
        film.result()
            .fold(
                assessed -> said(assessed, film.sides()),
                refused -> Wording.notAssessable(refused.why()),
                FilmResult.Failed::message);
    return result + "\n" + String.join("\n", film.notices());
  }

  /** A server's local operating point takes the zones away from the same bundle. */
  private static String zones(ScreenedFilm film, ModelFacts facts) {
    List<KneeResult> knees =
        film.result().fold(FilmResult.Assessed::knees, other -> List.of(), other -> List.of());
    return knees.stream()
        .flatMap(knee -> facts.zone(knee).stream())
        .map(zone -> "\n" + zone.code())
        .collect(Collectors.joining());
  }

  private static String said(FilmResult.Assessed film, List<Optional<BodySide>> sides) {
    String scored = film.knees().stream().map(ResultIdentity::said).collect(Collectors.joining());
    String left = film.leftOut().stream().map(ResultIdentity::said).collect(Collectors.joining());
    String clinical =
        film.clinicalUsed().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    String where =
        sides.stream()
            .map(side -> side.map(BodySide::code).orElse("-"))
            .collect(Collectors.joining());
    return scored + left + clinical + where;
  }

  /** Rounded: an accelerator's last digits must not make a second report. */
  private static String said(KneeResult knee) {
    return String.format(
        Locale.ROOT,
        "%.3f %.3f %s %.4f %.4f %s\n",
        knee.region().cx(),
        knee.region().cy(),
        knee.decision().code(),
        knee.boneLoss(),
        knee.severity().orElse(-1),
        knee.tScore().map(ResultIdentity::said).orElse("-"));
  }

  private static String said(Estimate estimate) {
    return String.format(
        Locale.ROOT, "%.3f %.3f %.3f", estimate.value(), estimate.low(), estimate.high());
  }

  private static String said(KneeLeftOut knee) {
    return String.format(
        Locale.ROOT,
        "%.3f %.3f %s\n",
        knee.region().cx(),
        knee.region().cy(),
        Wording.notAssessable(knee.why()));
  }
}
