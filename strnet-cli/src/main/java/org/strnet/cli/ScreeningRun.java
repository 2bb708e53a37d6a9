package org.strnet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.strnet.bundle.Bundle;
import org.strnet.dicom.gate.GateConfiguration;
import org.strnet.inference.BundleNetworks;
import org.strnet.network.Precision;
import org.strnet.provenance.BadInputException;
import org.strnet.report.FilmResult;
import org.strnet.report.ModelFacts;
import org.strnet.report.ReportFolder;
import org.strnet.report.ResultWriter;
import org.strnet.screening.Explanations;
import org.strnet.screening.FilmPaths;
import org.strnet.screening.Screener;
import org.strnet.screening.ScreeningBatch;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

/** Screens films with a bundle and writes the results: what {@code screen} and {@code demo} do. */
final class ScreeningRun {

  /**
   * What was asked for.
   *
   * @param paths films and folders
   * @param bundle the bundle's folder or zip
   * @param precision which of its networks runs
   * @param clinical what is known of the patients
   * @param gate which DICOM films are assessed
   * @param format of standard output
   * @param out folder for reports and heat-maps
   * @param force whether an older report may be overwritten
   * @param threads workers
   */
  record Request(
      List<Path> paths,
      Path bundle,
      Precision precision,
      ClinicalTable clinical,
      GateConfiguration gate,
      OutputFormat format,
      Optional<Path> out,
      boolean force,
      int threads) {}

  private final Request request;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Terminal terminal = Terminal.current();
  private int exitCode = ExitCode.OK;

  private ScreeningRun(Request request, CommandLine command) {
    this.request = request;
    this.out = command.getOut();
    this.err = command.getErr();
  }

  /** Screens, and returns the exit code. */
  static int run(Request request, CommandLine command) throws IOException, InterruptedException {
    return new ScreeningRun(request, command).run();
  }

  private int run() throws IOException, InterruptedException {
    FilmPaths films = ListedFilms.of(request.paths());
    Bundle bundle = Bundle.load(request.bundle());
    ModelFacts facts = bundle.facts(request.precision());
    Explanations explanations =
        request.out().isPresent() ? Explanations.HEAT_MAPS : Explanations.NONE;
    try (BundleNetworks networks = networks(bundle, explanations)) {
      Screener screener =
          Screener.of(
              bundle,
              networks.network(),
              networks.joints().orElseThrow(() -> withoutFinder(bundle)),
              explanations);
      if (request.out().isEmpty()) {
        screen(films, screener, facts, Optional.empty());
      } else {
        try (ReportFolder folder =
            new ReportFolder(
                request.out().get(),
                facts,
                LocalDate.now(ZoneId.systemDefault()),
                request.force())) {
          screen(films, screener, facts, Optional.of(folder));
          err.printf("Report: %s%n", folder.page());
        }
      }
    }
    err.flush();
    return exitCode;
  }

  private BundleNetworks networks(Bundle bundle, Explanations explanations) {
    return explanations == Explanations.NONE
        ? BundleNetworks.openWithoutGradient(bundle, request.precision())
        : BundleNetworks.open(bundle, request.precision());
  }

  private void screen(
      FilmPaths paths, Screener screener, ModelFacts facts, Optional<ReportFolder> folder)
      throws IOException, InterruptedException {
    if (!paths.documents().isEmpty()) {
      err.printf("left aside, no films: %s%n", paths.documents());
    }
    List<Path> films = paths.films();
    int longest = films.stream().mapToInt(film -> film.toString().length()).max().orElse(0);
    ScreeningBatch batch =
        new ScreeningBatch(
            new PicturesAndObjects(screener, request.gate(), request.clinical()),
            request.threads());
    try (ResultWriter writer = request.format().writer(out, facts, terminal, longest);
        Progress progress = Progress.of(terminal, err, "screening", "films", films.size())) {
      batch.run(
          films,
          result -> {
            write(result, writer, folder);
            progress.step();
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write(FilmResult result, ResultWriter writer, Optional<ReportFolder> folder) {
    try {
      writer.write(folder.isPresent() ? folder.get().keep(result) : result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int code =
        result.fold(
            film -> ExitCode.OK,
            film -> ExitCode.OK,
            film -> film.programFault() ? ExitCode.SOFTWARE : ExitCode.USAGE);
    if (exitCode != ExitCode.SOFTWARE && code != ExitCode.OK) {
      exitCode = code;
    }
  }

  private static BadInputException withoutFinder(Bundle bundle) {
    return new BadInputException(
        bundle.name(), "has no knee.onnx, so it screens only knees that a cohort file annotates");
  }
}
