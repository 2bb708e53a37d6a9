package org.strnet.training.study;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.strnet.dataset.Cohort;
import org.strnet.network.NetworkOutput;
import org.strnet.provenance.BadInputException;

/**
 * What networks said of films they were not fitted to: one line per assessed film.
 *
 * @param films in the order of the cohort
 */
public record OutOfFold(List<Film> films) {

  private static final CSVFormat CSV =
      CSVFormat.RFC4180
          .builder()
          .setHeader("image", "fold", "bone_loss_logit", "severity_logit", "t_score")
          .setRecordSeparator('\n')
          .get();

  /**
   * One film's output.
   *
   * @param row index of the film in the cohort
   * @param fold the fold that held it out
   * @param output the heads' output
   */
  public record Film(int row, int fold, NetworkOutput output) {}

  /** Sorts by row and refuses a film twice. */
  public OutOfFold {
    films = films.stream().sorted((a, b) -> Integer.compare(a.row(), b.row())).toList();
    Set<Integer> rows = new HashSet<>();
    for (Film film : films) {
      if (!rows.add(film.row())) {
        throw new IllegalArgumentException("row " + film.row() + " is predicted twice");
      }
    }
  }

  /** The films held out by one fold. */
  public OutOfFold ofFold(int fold) {
    return new OutOfFold(films.stream().filter(film -> film.fold() == fold).toList());
  }

  /** The films of all other folds. */
  public OutOfFold notOfFold(int fold) {
    return new OutOfFold(films.stream().filter(film -> film.fold() != fold).toList());
  }

  /** Both together. */
  public OutOfFold and(OutOfFold other) {
    List<Film> all = new ArrayList<>(films);
    all.addAll(other.films);
    return new OutOfFold(all);
  }

  /** Writes the predictions, replacing an older file of the run. */
  public void write(Cohort cohort, Path file) {
    try (Writer writer = Files.newBufferedWriter(file);
        CSVPrinter printer = new CSVPrinter(writer, CSV)) {
      for (Film film : films) {
        printer.printRecord(
            cohort.films().get(film.row()).image(),
            film.fold(),
            film.output().boneLossLogit(),
            film.output().severityLogit(),
            film.output().tScore());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads predictions of the films of a cohort.
   *
   * @throws BadInputException if a film is not in the cohort or a number cannot be read
   */
  public static OutOfFold read(Cohort cohort, Path file) {
    List<Film> films = new ArrayList<>();
    List<String> images = cohort.films().stream().map(film -> film.image()).toList();
    try (Reader reader = Files.newBufferedReader(file)) {
      for (CSVRecord record : CSV.builder().setSkipHeaderRecord(true).get().parse(reader)) {
        int row = images.indexOf(record.get("image"));
        if (row < 0) {
          throw new BadInputException(
              file.toString(), "line " + record.getRecordNumber() + " is no film of the cohort");
        }
        films.add(new Film(row, Integer.parseInt(record.get("fold")), output(record)));
      }
    } catch (IOException | NumberFormatException e) {
      throw new BadInputException(file.toString(), "out-of-fold predictions cannot be read", e);
    }
    return new OutOfFold(films);
  }

  private static NetworkOutput output(CSVRecord record) {
    return new NetworkOutput(
        Double.parseDouble(record.get("bone_loss_logit")),
        Double.parseDouble(record.get("severity_logit")),
        Double.parseDouble(record.get("t_score")));
  }
}
