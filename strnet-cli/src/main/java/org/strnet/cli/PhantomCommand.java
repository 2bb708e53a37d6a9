package org.strnet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.strnet.dicom.phantom.PhantomObjects;
import org.strnet.phantom.PhantomCohort;
import org.strnet.provenance.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code strnet phantom}. */
@Command(
    name = "phantom",
    description = "Writes synthetic knee films whose truth is known, with their cohort file.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class PhantomCommand implements Callable<Integer> {

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  private Path out = Path.of("");

  @Option(names = "--n", required = true, paramLabel = "N", description = "How many films.")
  private int films;

  @Option(
      names = "--seed",
      required = true,
      paramLabel = "S",
      description = "Equal seeds give equal films.")
  private long seed;

  @Option(names = "--bits", paramLabel = "BITS", description = "8 or 16; 8 by default.")
  private int bits = 8;

  @Option(
      names = "--validation-share",
      paramLabel = "SHARE",
      description = "Share of the films for validation; a sixth by default.")
  private double validationShare = 1.0 / 6;

  @Option(
      names = "--test-share",
      paramLabel = "SHARE",
      description = "Share of the films for testing; a third by default.")
  private double testShare = 1.0 / 3;

  @Option(
      names = "--dicom",
      description = "Write each film as a DICOM object too, 12 bits, below dicom/.")
  private boolean dicom;

  @Mixin private PhantomSiteOptions site = new PhantomSiteOptions();

  @Option(names = "--force", description = "Write into a folder that is not empty.")
  private boolean force;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PhantomCohort cohort = cohort();
    requireFree();
    PrintWriter err = spec.commandLine().getErr();
    Path file;
    try (Progress progress = Progress.of(Terminal.current(), err, "drawing", "films", films)) {
      file = cohort.write(out, number -> progress.step());
    }
    if (dicom) {
      try (Progress progress = Progress.of(Terminal.current(), err, "writing", "objects", films)) {
        PhantomObjects.write(out.resolve("dicom"), cohort, progress::step);
      }
    }
    spec.commandLine().getOut().println(file);
    spec.commandLine().getOut().flush();
    return 0;
  }

  private PhantomCohort cohort() {
    try {
      return new PhantomCohort(films, seed, bits, validationShare, testShare, site.site());
    } catch (IllegalArgumentException e) {
      throw new BadInputException("phantom", String.valueOf(e.getMessage()), e);
    }
  }

  private void requireFree() throws IOException {
    if (!Files.exists(out) || force) {
      return;
    }
    if (!Files.isDirectory(out)) {
      throw new BadInputException(out.toString(), "must be a folder, found a file");
    }
    try (var files = Files.list(out)) {
      if (files.findAny().isPresent()) {
        throw new BadInputException(
            out.toString(), "must be empty; --force writes into it all the same");
      }
    }
  }
}
