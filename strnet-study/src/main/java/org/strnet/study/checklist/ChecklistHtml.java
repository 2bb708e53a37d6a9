package org.strnet.study.checklist;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.strnet.study.document.DocumentPage;
import org.strnet.study.markup.Element;

/** A completed checklist as HTML: a part for another page, or a page of its own. */
final class ChecklistHtml {

  private ChecklistHtml() {}

  /** A page that needs nothing else; its links lead to files beside it. */
  static String page(CompletedChecklist completed, boolean besideStudy) {
    return DocumentPage.of(title(completed), fragment(completed, besideStudy));
  }

  /**
   * The checklist from its heading on.
   *
   * @param besideStudy whether places are links to files in the same folder
   */
  static Element fragment(CompletedChecklist completed, boolean besideStudy) {
    Element html = Element.of("article").with("class", "checklists");
    html.add(Element.of("h1", title(completed)), tally(completed));
    html.add(Element.of("p", completed.summary()));
    completed.notices().forEach(notice -> html.add(Element.of("p", notice).with("class", "note")));
    String section = "";
    Element body = Element.of("tbody");
    for (CompletedChecklist.Row row : completed.rows()) {
      if (!row.item().section().equals(section)) {
        section = row.item().section();
        body = Element.of("tbody");
        html.add(Element.of("h2", section), table(body));
      }
      body.add(row(row, besideStudy));
    }
    return html;
  }

  private static String title(CompletedChecklist completed) {
    return "Checklist " + completed.checklist().title();
  }

  private static Element tally(CompletedChecklist completed) {
    Element list = Element.of("ul").with("class", "tally");
    for (ItemAnswer.Kind kind : ItemAnswer.Kind.values()) {
      list.add(
          Element.of("li")
              .with("class", style(kind))
              .add(Element.of("b", Integer.toString(completed.count(kind))))
              .text(kind.words()));
    }
    return list;
  }

  private static Element table(Element body) {
    Element head = Element.of("tr");
    for (String column : List.of("item", "topic", "status", "answer")) {
      head.add(Element.of("th", column));
    }
    return Element.of("table").with("class", "checklist").add(Element.of("thead").add(head), body);
  }

  private static Element row(CompletedChecklist.Row row, boolean besideStudy) {
    return Element.of("tr")
        .with("class", style(row.answer().kind()))
        .add(
            Element.of("td", row.item().number()),
            Element.of("td")
                .add(
                    Element.of("b", row.item().topic()),
                    Element.of("span", row.item().asks()).with("class", "asks")),
            Element.of("td", row.answer().kind().words()),
            answer(row.answer(), besideStudy));
  }

  private static Element answer(ItemAnswer answer, boolean besideStudy) {
    Element cell = Element.of("td");
    return answer.fold(
        filled -> {
          cell.text(String.join(" ", filled.sentences()));
          if (!filled.places().isEmpty()) {
            places(cell.text(" See also "), filled.places(), besideStudy);
          }
          return toAdd(cell, filled.add());
        },
        pointed -> toAdd(places(cell.text("See "), pointed.places(), besideStudy), pointed.add()),
        missing -> {
          if (!missing.known().isEmpty()) {
            cell.text("Known: " + String.join(" ", missing.known()));
          }
          return cell.add(todo("To write: ", missing.write()));
        });
  }

  private static Element places(Element cell, List<Place> places, boolean besideStudy) {
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      cell.text(i > 0 ? "; " : "");
      if (besideStudy && place.link().isPresent()) {
        cell.add(Element.of("a", place.text()).with("href", place.link().get()));
      } else {
        cell.text(place.text());
      }
    }
    return cell.text(".");
  }

  private static Element toAdd(Element cell, Optional<String> add) {
    add.ifPresent(text -> cell.add(todo("To add: ", text)));
    return cell;
  }

  private static Element todo(String label, String text) {
    return Element.of("span").with("class", "todo").add(Element.of("b", label)).text(text);
  }

  private static String style(ItemAnswer.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
