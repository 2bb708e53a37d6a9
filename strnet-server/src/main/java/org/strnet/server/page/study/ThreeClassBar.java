package org.strnet.server.page.study;

import java.util.List;
import java.util.Optional;
import org.strnet.decision.ThreeClassProbabilities;
import org.strnet.server.result.KneeFinding;

/**
 * Probabilities of normal bone, osteopenia and osteoporosis, side by side.
 *
 * @param parts from left to right
 * @param words all of them in one sentence, for those who do not see the bar
 */
record ThreeClassBar(List<Part> parts, String words) {

  /**
   * One class.
   *
   * @param code names its colour
   * @param name of the class
   * @param share in words
   * @param from left end, in percent
   * @param wide width, in percent
   */
  record Part(String code, String name, String share, String from, String wide) {}

  /** The bar of a knee; none where the network tells no severity. */
  static Optional<ThreeClassBar> of(KneeFinding knee) {
    if (knee.severity().isEmpty()) {
      return Optional.empty();
    }
    ThreeClassProbabilities classes =
        ThreeClassProbabilities.of(knee.boneLoss(), knee.severity().getAsDouble());
    double second = 100 * classes.normal();
    double third = 100 * (classes.normal() + classes.osteopenia());
    List<Part> parts =
        List.of(
            part("normal", "normal", classes.normal(), 0),
            part("osteopenia", "osteopenia", classes.osteopenia(), second),
            part("osteoporosis", "osteoporosis", classes.osteoporosis(), third));
    return Optional.of(
        new ThreeClassBar(
            parts,
            "Estimated probabilities: normal %s, osteopenia %s, osteoporosis %s"
                .formatted(parts.get(0).share(), parts.get(1).share(), parts.get(2).share())));
  }

  private static Part part(String code, String name, double share, double from) {
    return new Part(
        code, name, Figures.percent(share), Figures.place(from), Figures.place(100 * share));
  }
}
