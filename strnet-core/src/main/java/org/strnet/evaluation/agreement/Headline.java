package org.strnet.evaluation.agreement;

import java.util.Optional;
import org.strnet.evaluation.estimate.Estimate;

/**
 * Whether a figure of the T-score may stand at the head of a report: not on fewer than 30 films,
 * where its interval covers nearly everything. In the tables it stands all the same, with its n.
 *
 * @param figure the figure
 */
public record Headline(Estimate figure) {

  /** Films below which there is no headline. */
  public static final int LEAST = 30;

  /** Why the figure is refused; empty when it may be shown. */
  public Optional<String> refusal() {
    if (figure.n() < LEAST) {
      return Optional.of(
          "no headline (n = %d): needs at least %d films".formatted(figure.n(), LEAST));
    }
    return figure.isEstimable() ? Optional.empty() : Optional.of(figure.method());
  }

  /** The figure as text, or the refusal. */
  public String text() {
    return refusal().orElseGet(figure::text);
  }
}
