package org.strnet.study.checklist;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.strnet.report.Wording;
import org.strnet.study.document.MarkdownText;

/** A completed checklist as Markdown. */
final class ChecklistMarkdown {

  private ChecklistMarkdown() {}

  static String of(CompletedChecklist completed) {
    StringBuilder text = new StringBuilder();
    text.append("# Checklist ").append(completed.checklist().title()).append("\n\n");
    text.append("**").append(Wording.RESEARCH_USE).append("**\n\n");
    text.append("**").append(completed.summary()).append("**\n\n");
    completed.notices().forEach(notice -> text.append("- ").append(line(notice)).append('\n'));
    String section = "";
    for (CompletedChecklist.Row row : completed.rows()) {
      if (!row.item().section().equals(section)) {
        section = row.item().section();
        text.append("\n## ").append(section);
        text.append("\n\n| item | topic | status | answer |\n|---|---|---|---|\n");
      }
      text.append(
          "| %s | **%s.** %s | %s | %s |\n"
              .formatted(
                  line(row.item().number()),
                  line(row.item().topic()),
                  line(row.item().asks()),
                  row.answer().kind().words(),
                  answer(row.answer())));
    }
    return text.toString();
  }

  private static String answer(ItemAnswer answer) {
    return answer.fold(
        filled -> join(filled.sentences()) + more(filled.places()) + toAdd(filled.add()),
        pointed -> "See " + places(pointed.places()) + "." + toAdd(pointed.add()),
        missing -> known(missing.known()) + todo("To write", missing.write()));
  }

  private static String more(List<Place> places) {
    return places.isEmpty() ? "" : " See also " + places(places) + ".";
  }

  private static String places(List<Place> places) {
    return places.stream().map(place -> line(place.text())).collect(Collectors.joining("; "));
  }

  private static String known(List<String> known) {
    return known.isEmpty() ? "" : "Known: " + join(known) + "<br>";
  }

  private static String toAdd(Optional<String> add) {
    return add.map(text -> "<br>" + todo("To add", text)).orElse("");
  }

  private static String todo(String label, String text) {
    return "**" + label + ":** " + line(text);
  }

  private static String join(List<String> sentences) {
    return sentences.stream().map(ChecklistMarkdown::line).collect(Collectors.joining(" "));
  }

  private static String line(String text) {
    return MarkdownText.line(text);
  }
}
