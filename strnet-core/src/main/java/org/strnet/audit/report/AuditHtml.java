package org.strnet.audit.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.strnet.audit.AuditReport;
import org.strnet.audit.duplicate.DuplicatePair;
import org.strnet.audit.film.AuditedFilm;
import org.strnet.audit.film.GreyPicture;
import org.strnet.audit.finding.Evidence;
import org.strnet.audit.finding.Finding;
import org.strnet.audit.finding.Severity;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.report.Wording;

/** {@code audit.html}: one page that needs nothing else, with duplicates side by side. */
public final class AuditHtml {

  /** Pairs shown as pictures; the table names them all. */
  private static final int MOST_PAIRS = 100;

  private static final String STYLE =
      """
      body{font:15px/1.45 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1f24}
      h1{font-size:1.5rem}h2{font-size:1.15rem;border-bottom:1px solid #c8ccd0;margin-top:2rem}
      .banner{border:1px solid #8a6d1a;background:#fff8e1;padding:.4rem .7rem}
      article{margin:1rem 0;padding-left:.8rem;border-left:4px solid #5b6570;break-inside:avoid-page}
      article.fault{border-color:#a11}article.caution{border-color:#b37400}
      h3{font-size:1rem;margin:.2rem 0}dl{margin:.3rem 0}dt{font-weight:600;float:left;width:4rem}
      dd{margin-left:4rem}ul{margin:.3rem 0;padding-left:1.2rem}li{overflow-wrap:anywhere}
      table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.15rem .6rem .15rem 0;
      vertical-align:top;border-bottom:1px solid #e4e7ea}
      figure{display:inline-block;margin:.5rem 1rem .5rem 0;break-inside:avoid}
      figure img{height:160px;background:#000;margin-right:2px}figcaption{font-size:.8rem;max-width:24rem}
      @media print{body{max-width:none;margin:0}details{display:block}}
      """;

  private final StringBuilder html = new StringBuilder();

  private AuditHtml() {}

  /** The page. */
  public static String of(AuditReport report) {
    AuditHtml page = new AuditHtml();
    page.head(report);
    for (Severity severity : Severity.values()) {
      page.findings(report, severity);
    }
    page.pairs(report);
    page.figures(report);
    page.html.append("<h2>What an audit does not see</h2>\n<ul>\n");
    AuditReport.LIMITS.forEach(limit -> page.element("li", limit));
    return page.html.append("</ul>\n</body>\n</html>\n").toString();
  }

  private void head(AuditReport report) {
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.append(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    html.append(text("Audit of " + report.cohort().source().getFileName()));
    html.append("</title>\n<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
    html.append("<p class=\"banner\">").append(text(Wording.RESEARCH_USE)).append("</p>\n");
    element("h1", "Can this cohort be believed?");
    element("p", AuditText.headline(report));
    element("p", "SHA-256 of the cohort file: " + report.cohort().sha256());
  }

  private void findings(AuditReport report, Severity severity) {
    List<Finding> findings =
        report.findings().stream().filter(f -> f.severity() == severity).toList();
    if (findings.isEmpty()) {
      return;
    }
    element("h2", severity.heading());
    for (Finding finding : findings) {
      html.append("<article class=\"").append(severity.code()).append("\">\n");
      element("h3", finding.title());
      html.append("<dl><dt>Why</dt><dd>").append(text(finding.why()));
      html.append("</dd><dt>Do</dt><dd>")
          .append(text(finding.action()))
          .append("</dd></dl>\n<ul>\n");
      for (Evidence instance : finding.evidence()) {
        element("li", AuditText.text(instance));
      }
      html.append("</ul>\n</article>\n");
    }
  }

  private void pairs(AuditReport report) {
    List<DuplicatePair> pairs = report.duplicates().pairs();
    if (pairs.isEmpty()) {
      return;
    }
    element("h2", "Duplicates side by side");
    for (DuplicatePair pair : pairs.subList(0, Math.min(MOST_PAIRS, pairs.size()))) {
      AuditedFilm first = report.films().get(pair.first());
      AuditedFilm second = report.films().get(pair.second());
      html.append("<figure>");
      picture(first);
      picture(second);
      html.append("<figcaption>");
      html.append(
          text(
              "%s (row %d) and %s (row %d): %s"
                  .formatted(
                      first.film().image(),
                      first.film().row(),
                      second.film().image(),
                      second.film().row(),
                      pair.text())));
      html.append("</figcaption></figure>\n");
    }
    if (pairs.size() > MOST_PAIRS) {
      element("p", "and %d more pairs, in audit.json".formatted(pairs.size() - MOST_PAIRS));
    }
  }

  private void picture(AuditedFilm film) {
    if (film.evidence().isEmpty()) {
      return;
    }
    html.append("<img alt=\"").append(text(film.film().image()));
    html.append("\" src=\"data:image/png;base64,");
    html.append(Base64.getEncoder().encodeToString(png(film.evidence().get().picture())));
    html.append("\">");
  }

  private static byte[] png(GreyPicture picture) {
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        image.getRaster().setSample(x, y, 0, picture.grey(x, y));
      }
    }
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void figures(AuditReport report) {
    element("h2", "Figures");
    html.append("<table>\n<thead><tr><th>figure</th><th>value (95 % interval), n</th>");
    html.append("<th>how</th></tr></thead>\n<tbody>\n");
    for (Map.Entry<String, Estimate> figure : report.figures().estimates().entrySet()) {
      html.append("<tr>");
      element("td", figure.getKey());
      element("td", AuditText.figureText(figure.getValue()));
      element("td", figure.getValue().method());
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n");
  }

  private void element(String name, String content) {
    html.append('<').append(name).append('>').append(text(content));
    html.append("</").append(name).append(">\n");
  }

  /** Text made safe for a page. */
  private static String text(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
