package org.strnet.audit;

import java.util.List;
import org.strnet.audit.film.AuditedFilm;
import org.strnet.audit.film.Workers;
import org.strnet.audit.finding.Evidence;
import org.strnet.audit.split.SplitLeaks;
import org.strnet.dataset.Cohort;
import org.strnet.provenance.BadInputException;

/** The part of an audit that training asks for: nothing that is learnt from may be tested on. */
public final class LeakCheck {

  private static final int SHOWN = 10;

  private LeakCheck() {}

  /**
   * Looks for patients and duplicates on two sides, among the usable films. Films that cannot be
   * read are passed over; training says so of them.
   *
   * @param cohort that is to be learnt from
   * @param division what divides it
   * @param workers threads
   * @param progress told after each film, from any thread
   */
  public static SplitLeaks of(
      Cohort cohort, SplitLeaks.Division division, Workers workers, Runnable progress)
      throws InterruptedException {
    List<AuditedFilm> films = AuditedFilm.read(cohort.usable(), workers, progress);
    return SplitLeaks.of(films, Audit.duplicates(films, workers), division);
  }

  /**
   * Refuses a cohort with leaks, naming the first of them.
   *
   * @param goOn how to go on all the same, e.g. {@code --allow-leaks goes on}
   */
  public static void refuse(Cohort cohort, SplitLeaks leaks, String goOn) {
    if (leaks.count() == 0) {
      return;
    }
    StringBuilder text = new StringBuilder(leaks.text());
    leaks.all().stream().limit(SHOWN).forEach(leak -> text.append("; ").append(text(leak)));
    if (leaks.count() > SHOWN) {
      text.append("; and ").append(leaks.count() - SHOWN).append(" more");
    }
    throw new BadInputException(
        cohort.source().toString(), "%s (%s, and it is recorded)".formatted(text, goOn));
  }

  private static String text(Evidence leak) {
    return "rows %s %s"
        .formatted(
            String.join(", ", leak.rows().stream().map(String::valueOf).toList()), leak.detail());
  }
}
