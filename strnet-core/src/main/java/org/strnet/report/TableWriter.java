package org.strnet.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.strnet.decision.Decision;
import org.strnet.network.ContinuousTarget;

/** A table for a terminal: one line per film, then where the figures come from. */
public final class TableWriter implements ResultWriter {

  private static final int RESULT_WIDTH = 40;
  private static final int PROBABILITY_WIDTH = 4;
  private static final int ESTIMATE_WIDTH = 20;
  private static final int MIN_FILM_WIDTH = 12;
  private static final String RED = "\u001b[31m";
  private static final String YELLOW = "\u001b[33m";
  private static final String PLAIN = "\u001b[0m";

  private final Writer out;
  private final ModelFacts facts;
  private final TerminalStyle style;
  private final int filmWidth;
  private final OutcomeCounts counts = new OutcomeCounts();

  /**
   * @param out flushed after every line, closed with this
   * @param facts of the network
   * @param style of the terminal
   * @param longestName length of the longest film name to come
   */
  public TableWriter(Writer out, ModelFacts facts, TerminalStyle style, int longestName)
      throws IOException {
    this.out = out;
    this.facts = facts;
    this.style = style;
    int estimate = facts.targets().tScore().isPresent() ? 1 + ESTIMATE_WIDTH : 0;
    int room = style.width() - (1 + RESULT_WIDTH + 1 + PROBABILITY_WIDTH + estimate);
    this.filmWidth = Math.max(MIN_FILM_WIDTH, Math.min(room, longestName));
    String estimated = facts.targets().tScore().map(ContinuousTarget::meaning).orElse("");
    print(row("film", "result", "P", estimated));
  }

  @Override
  public void write(FilmResult result) throws IOException {
    counts.add(result);
    String film = tail(result.image(), filmWidth);
    print(
        result.fold(
            assessed -> assessed(film, assessed),
            refused -> spanning(film, Wording.notAssessable(refused.why())),
            failed -> spanning(film, "failed: " + failed.message())));
    for (String notice : notices(result)) {
      wrapped("  " + notice);
    }
  }

  private List<String> notices(FilmResult result) {
    return result.fold(
        film -> {
          List<String> notices = new ArrayList<>();
          facts.zone(film.worst()).ifPresent(zone -> notices.add(Wording.zone(zone)));
          notices.addAll(film.notices());
          return notices;
        },
        refused -> List.of(),
        failed -> List.of());
  }

  @Override
  public void close() throws IOException {
    print("");
    print(counts.sentence(facts.targets()));
    for (String sentence : Wording.facts(facts)) {
      wrapped(sentence);
    }
    wrapped(Wording.RESEARCH_USE);
    out.close();
  }

  private String assessed(String film, FilmResult.Assessed assessed) {
    KneeResult worst = assessed.worst();
    String line =
        row(
            film,
            head(Wording.decision(facts.targets(), assessed.decision()), RESULT_WIDTH),
            Wording.probability(worst.boneLoss()),
            worst.tScore().map(Wording::estimate).orElse(""));
    return assessed.decision() == Decision.REFER ? coloured(RED, line) : line;
  }

  private String spanning(String film, String text) {
    int room = style.width() - filmWidth - 1;
    return coloured(YELLOW, pad(film, filmWidth) + " " + head(text, room));
  }

  private String coloured(String colour, String line) {
    return style.colours() ? colour + line + PLAIN : line;
  }

  private String row(String film, String result, String probability, String estimate) {
    return String.format(
            Locale.ROOT,
            "%s %s %" + PROBABILITY_WIDTH + "s %s",
            pad(film, filmWidth),
            pad(result, RESULT_WIDTH),
            probability,
            estimate)
        .stripTrailing();
  }

  private void wrapped(String sentence) throws IOException {
    StringBuilder line = new StringBuilder();
    for (String word : sentence.split(" ", -1)) {
      if (line.length() + 1 + word.length() > style.width()) {
        print(line.toString());
        line.setLength(0);
        line.append("  ");
      } else if (!line.isEmpty()) {
        line.append(' ');
      }
      line.append(word);
    }
    print(line.toString());
  }

  private void print(String line) throws IOException {
    out.append(line).append('\n');
    out.flush();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String head(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 3) + "...";
  }

  /** File names differ at their end. */
  private static String tail(String text, int width) {
    return text.length() <= width ? text : "..." + text.substring(text.length() - width + 3);
  }
}
