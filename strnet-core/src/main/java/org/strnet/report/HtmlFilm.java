package org.strnet.report;

import java.util.Locale;
import org.strnet.decision.Decision;
import org.strnet.knee.KneeRegion;

/** One film on the page: its row of the summary and its section. */
final class HtmlFilm {

  private static final String EXPLANATION =
      "Heat-map: where the network found evidence. It explains the result; it is not a finding.";

  private final ModelFacts facts;
  private final int number;

  /**
   * @param facts of the network
   * @param number of the film on the page, from 1
   */
  HtmlFilm(ModelFacts facts, int number) {
    this.facts = facts;
    this.number = number;
  }

  String row(FilmResult result) {
    return "<tr class=\"%s\"><td><a href=\"#film%d\">%s</a></td>%s</tr>\n"
        .formatted(
            kind(result),
            number,
            Html.text(result.image()),
            result.fold(
                this::cells,
                film -> spanning(Wording.notAssessable(film.why())),
                film -> spanning("failed: " + film.message())));
  }

  String section(FilmResult result) {
    return "<section id=\"film%d\" class=\"%s\">\n<h2>%s</h2>\n%s</section>\n"
        .formatted(
            number,
            kind(result),
            Html.text(result.image()),
            result.fold(
                this::assessed,
                film -> Html.paragraph(Wording.notAssessable(film.why())),
                film -> Html.paragraph("failed: " + film.message())));
  }

  private static String kind(FilmResult result) {
    return result.fold(
        film -> film.decision() == Decision.REFER ? "refer" : "not-flagged",
        film -> "not-assessable",
        film -> "failed");
  }

  private String cells(FilmResult.Assessed film) {
    KneeResult worst = film.worst();
    return "<td>%s</td><td>%s</td><td>%s</td>"
        .formatted(
            Html.text(Wording.decision(facts.targets(), film.decision())),
            Wording.probability(worst.boneLoss()),
            Html.text(worst.tScore().map(Wording::estimate).orElse("")));
  }

  private static String spanning(String text) {
    return "<td colspan=\"3\">" + Html.text(text) + "</td>";
  }

  private String assessed(FilmResult.Assessed film) {
    StringBuilder html = new StringBuilder();
    html.append("<p class=\"decision\">");
    html.append(Html.text(Wording.decision(facts.targets(), film.decision()))).append("</p>\n");
    if (film.knees().size() > 1) {
      html.append(Html.paragraph("The knee with the highest probability decides for the film."));
    }
    film.notices().forEach(notice -> html.append(Html.paragraph(notice)));
    film.knees().forEach(knee -> html.append(knee(knee)));
    film.leftOut()
        .forEach(
            knee ->
                html.append(
                    Html.paragraph(
                        place(knee.region()) + ": " + Wording.notAssessable(knee.why()))));
    Wording.clinical(facts, film.clinicalUsed())
        .ifPresent(sentence -> html.append(Html.paragraph(sentence)));
    film.picture()
        .ifPresent(picture -> html.append(figure(picture, "The film with what was assessed.")));
    return html.toString();
  }

  private String knee(KneeResult knee) {
    StringBuilder html = new StringBuilder("<div class=\"knee\">\n<table><tbody>\n");
    html.append(Html.row("knee", place(knee.region())));
    html.append(Html.row("result", Wording.decision(facts.targets(), knee.decision())));
    facts.zone(knee).ifPresent(zone -> html.append(Html.row("zone", Wording.zone(zone))));
    html.append(
        Html.row(
            "probability of " + facts.targets().screening().meaning(),
            "%s (threshold %s)"
                .formatted(
                    Wording.probability(knee.boneLoss()),
                    Html.number(facts.operatingPoint().threshold()))));
    FigureNames.classes(facts.targets(), knee)
        .forEach(
            (name, value) ->
                html.append(
                    Html.row("P(" + name.replace('_', ' ') + ")", Wording.probability(value))));
    facts
        .targets()
        .tScore()
        .ifPresent(
            target ->
                html.append(
                    Html.row(
                        "%s, estimate in %s".formatted(target.meaning(), target.unit()),
                        knee.tScore().map(Wording::estimate).orElse(""))));
    html.append("</tbody></table>\n");
    knee.explanation()
        .ifPresent(explanation -> html.append(figure(explanation.preview(), EXPLANATION)));
    if (!facts.heatMaps()) {
      html.append(Html.paragraph(Wording.NO_HEAT_MAP));
    }
    return html.append("</div>\n").toString();
  }

  private static String place(KneeRegion region) {
    return String.format(
        Locale.ROOT,
        "centre at %.0f %% of the width, %.0f %% of the height; found with confidence %.2f",
        100 * region.cx(),
        100 * region.cy(),
        region.confidence());
  }

  private static String figure(Picture picture, String caption) {
    return "<figure><img src=\"%s\" alt=\"%s\"><figcaption>%s</figcaption></figure>\n"
        .formatted(picture.dataUri(), Html.text(caption), Html.text(caption));
  }
}
