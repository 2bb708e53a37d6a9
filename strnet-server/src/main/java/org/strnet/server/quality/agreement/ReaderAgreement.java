package org.strnet.server.quality.agreement;

import java.util.List;
import java.util.stream.IntStream;
import org.strnet.decision.Decision;
import org.strnet.evaluation.accuracy.ConfusionCounts;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.multiclass.ClassPairs;
import org.strnet.evaluation.multiclass.ClassTable;
import org.strnet.evaluation.resampling.PatientBootstrap;

/**
 * How readers and results agree. Readers saw the result first: this is acceptance, and says less of
 * accuracy than a blinded reading would.
 *
 * @param films read films, each with its newest reading
 */
public record ReaderAgreement(List<ReadFilm> films) {

  /** Films with both decisions that kappa needs. */
  public static final int LEAST = 20;

  private static final List<String> CLASSES = List.of("not flagged", "refer");
  private static final PatientBootstrap BOOTSTRAP = new PatientBootstrap(1000, 1);

  /** Copies the list. */
  public ReaderAgreement {
    films = List.copyOf(films);
  }

  /** How many films were dealt with so. */
  public int count(ReadFilm.Action action) {
    return (int) films.stream().filter(film -> film.action() == action).count();
  }

  /** Share of the read films that were dealt with so, with its Wilson interval. */
  public Estimate share(ReadFilm.Action action) {
    return ConfusionCounts.proportion(count(action), films.size(), "needs readings");
  }

  /**
   * Share of the films with a decision that readers overruled.
   *
   * @param said only those that the result decided so
   */
  public Estimate overruled(Decision said) {
    List<ReadFilm> decided =
        films.stream().filter(film -> film.said().filter(said::equals).isPresent()).toList();
    int overruled =
        (int) decided.stream().filter(film -> film.action() == ReadFilm.Action.OVERRULE).count();
    return ConfusionCounts.proportion(overruled, decided.size(), "needs readings");
  }

  private List<ReadFilm> both() {
    return films.stream()
        .filter(film -> film.said().isPresent() && film.read().isPresent())
        .toList();
  }

  /** Films by reader's decision and result's: not flagged, refer. */
  public ClassTable table() {
    return pairs(both()).table();
  }

  private static ClassPairs pairs(List<ReadFilm> films) {
    return new ClassPairs(
        CLASSES,
        indices(films.stream().map(film -> film.said().orElseThrow()).toList()),
        indices(films.stream().map(film -> film.read().orElseThrow()).toList()));
  }

  private static int[] indices(List<Decision> decisions) {
    return decisions.stream().mapToInt(it -> it == Decision.REFER ? 1 : 0).toArray();
  }

  /**
   * Cohen's kappa of the two decisions (of two classes, every weighting is the same), with a
   * bootstrap interval over patients. Not estimable with fewer than {@link #LEAST} films or where
   * all are decided one way.
   */
  public Estimate kappa() {
    List<ReadFilm> both = both();
    if (both.size() < LEAST) {
      return Estimate.notEstimable(both.size(), "needs %d films".formatted(LEAST));
    }
    List<String> patients =
        IntStream.range(0, both.size())
            // A film without a patient's identifier stands for a patient of its own.
            .mapToObj(
                i -> both.get(i).patient().isEmpty() ? both.get(i).filmId() : both.get(i).patient())
            .toList();
    return pairs(both).kappa(patients, BOOTSTRAP);
  }

  /** Films that readers overruled or marked, newest first. */
  public List<ReadFilm> notConfirmed() {
    return films.stream().filter(film -> film.action() != ReadFilm.Action.CONFIRM).toList();
  }
}
