package org.strnet.training.finder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.strnet.knee.KneeFinder;
import org.strnet.knee.KneeFinderSpecification;
import org.strnet.provenance.BadInputException;
import org.strnet.radiograph.Radiograph;
import org.strnet.radiograph.RadiographReader;
import org.strnet.training.finder.scene.FinderFilms;
import org.strnet.training.tensor.Torch;

/** Trains the finder, or measures it on films it was not trained on. */
public final class FinderStudy {

  /** Every figure of a cross-validation. */
  public static final String FIGURES = "figures.json";

  /** One row per film of a cross-validation. */
  public static final String FILMS = "films.csv";

  /** The trained network. */
  public static final String NETWORK = "knee.onnx";

  /** Its settings and where it comes from. */
  public static final String SPECIFICATION = "knee.json";

  private final FinderOptions options;
  private final KneeFinderSpecification finder;
  private final Consumer<String> log;

  /**
   * @param options what to read and where to write
   * @param finder the settings to train for
   * @param log receives a line now and then
   */
  public FinderStudy(FinderOptions options, KneeFinderSpecification finder, Consumer<String> log) {
    this.options = options;
    this.finder = finder;
    this.log = log;
  }

  /**
   * Trains once for every fold of the cohort without it, runs the finder on the fold's films, knees
   * and others, as screening would, and writes {@value #FIGURES} and {@value #FILMS}.
   *
   * @return what was written
   */
  public JointEvaluation crossval() {
    Torch.threads(options.threads());
    FinderData data = FinderData.read(options);
    List<FilmResult> knees = new ArrayList<>();
    List<FilmResult> others = new ArrayList<>();
    data.knees().stream()
        .map(FinderData.Film::fold)
        .distinct()
        .sorted()
        .forEach(
            fold -> {
              JointNet network = train(data.without(fold), "fold " + fold);
              knees.addAll(results(network, data.knees(), fold));
              others.addAll(results(network, data.others(), fold));
              log.accept("films up to fold " + fold + ":");
              log(new JointEvaluation(knees, others));
            });
    JointEvaluation evaluation = new JointEvaluation(knees, others);
    create(options.out());
    FinderReport.figures(evaluation, options.out().resolve(FIGURES));
    FinderReport.films(evaluation, options.out().resolve(FILMS));
    return evaluation;
  }

  /**
   * Trains on all films and writes {@value #NETWORK} and {@value #SPECIFICATION}, whose settings
   * carry the threshold given at construction: it comes from a cross-validation, never from the
   * films trained on.
   *
   * @throws BadInputException when one of the files is there already
   */
  public void train() {
    create(options.out());
    Path network = fresh(NETWORK);
    Path specification = fresh(SPECIFICATION);
    Torch.threads(options.threads());
    FinderData data = FinderData.read(options);
    JointNet trained = train(data.all(), "all films");
    Map<String, String> provenance = provenance(data);
    JointExport.write(trained, provenance, network);
    FinderReport.specification(finder, provenance, specification);
  }

  private Path fresh(String name) {
    Path file = options.out().resolve(name);
    if (Files.exists(file)) {
      throw new BadInputException(name, "a new file is written here, found one");
    }
    return file;
  }

  private Map<String, String> provenance(FinderData data) {
    Map<String, String> provenance = new TreeMap<>();
    provenance.put("use", "research use only");
    provenance.put("network", "knee finder");
    provenance.put("input_size", Integer.toString(finder.inputSize()));
    provenance.put("cohort_sha256", data.cohortHash());
    provenance.put("films_with_joint", Integer.toString(data.knees().size()));
    provenance.put("knee_crops", Integer.toString(data.crops().size()));
    provenance.put("phantoms", Integer.toString(data.phantoms().size()));
    provenance.put("films_without_knee", Integer.toString(data.others().size()));
    provenance.put("steps", Integer.toString(options.steps()));
    provenance.put("seed", Long.toString(options.seed()));
    provenance.put("initial_weights", "random");
    return provenance;
  }

  private JointNet train(FinderFilms films, String what) {
    JointTrainerSettings settings = JointTrainerSettings.standard(options.steps(), options.seed());
    return new JointTrainer(films, finder, settings).train(line -> log.accept(what + ": " + line));
  }

  private List<FilmResult> results(JointNet network, Collection<FinderData.Film> films, int fold) {
    KneeFinder kneeFinder = new KneeFinder(network.inference(), finder);
    return films.stream()
        .filter(film -> film.fold() == fold)
        .map(film -> result(kneeFinder, film))
        .toList();
  }

  private static FilmResult result(KneeFinder kneeFinder, FinderData.Film film) {
    Radiograph radiograph = new RadiographReader().read(film.file());
    return new FilmResult(
        String.valueOf(film.file().getFileName()),
        film.fold(),
        radiograph.width(),
        radiograph.height(),
        film.annotated().stream().findFirst(),
        kneeFinder.candidates(radiograph),
        kneeFinder.find(radiograph));
  }

  private void log(JointEvaluation evaluation) {
    evaluation
        .figures()
        .forEach(
            (name, figure) ->
                log.accept("  %s %.4f (n %d)".formatted(name, figure.value(), figure.n())));
  }

  private static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
