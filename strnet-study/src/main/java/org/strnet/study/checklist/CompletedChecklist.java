package org.strnet.study.checklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A checklist with an answer to each of its rows.
 *
 * @param checklist which one
 * @param rows in the checklist's order
 */
record CompletedChecklist(Checklist checklist, List<Row> rows) {

  /**
   * One row.
   *
   * @param item what is asked
   * @param answer what is said
   */
  record Row(ChecklistItem item, ItemAnswer answer) {}

  /** Copies the list. */
  CompletedChecklist {
    rows = List.copyOf(rows);
  }

  /** Answers every row as far as the facts go. */
  static CompletedChecklist of(Checklist checklist, StudyFacts facts) {
    List<Row> rows = new ArrayList<>();
    for (ChecklistItem item : checklist.items()) {
      rows.add(new Row(item, answer(item, facts)));
    }
    return new CompletedChecklist(checklist, rows);
  }

  private static ItemAnswer answer(ChecklistItem item, StudyFacts facts) {
    List<String> sentences = said(item.fill(), facts);
    List<Place> places = item.point().stream().map(facts::place).flatMap(Optional::stream).toList();
    if (!sentences.isEmpty()) {
      return new ItemAnswer.Filled(sentences, places, item.add());
    }
    if (!places.isEmpty()) {
      return new ItemAnswer.Pointed(places, item.add());
    }
    return new ItemAnswer.Missing(said(item.known(), facts), item.write());
  }

  private static List<String> said(List<String> templates, StudyFacts facts) {
    return templates.stream().map(facts::sentence).flatMap(Optional::stream).toList();
  }

  int count(ItemAnswer.Kind kind) {
    return (int) rows.stream().filter(row -> row.answer().kind() == kind).count();
  }

  /** Rows that the program answers, but not alone. */
  int answeredWithWorkLeft() {
    return (int)
        rows.stream()
            .filter(row -> row.answer().kind() != ItemAnswer.Kind.MISSING)
            .filter(row -> row.answer().leavesWork())
            .count();
  }

  /** One sentence for a reader. */
  String summary() {
    return ("Of %d rows %d are filled, %d are pointed to and %d are missing. %d of the filled and"
            + " pointed ones still need a sentence from the authors.")
        .formatted(
            rows.size(),
            count(ItemAnswer.Kind.FILLED),
            count(ItemAnswer.Kind.POINTED),
            count(ItemAnswer.Kind.MISSING),
            answeredWithWorkLeft());
  }

  /** What every document says of itself. */
  List<String> notices() {
    return List.of(
        checklist.title()
            + " in this project's own words. It is no substitute for the official form, which the"
            + " authors fill in and submit: "
            + checklist.source()
            + ".",
        "Not checked against the publication itself. " + checklist.verification(),
        "Filled says that the program wrote what it knows, not that a reviewer will find it enough;"
            + " authors read every sentence before they use it.");
  }
}
