package org.strnet.dicom.grayscale;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;

/** Films as DCMTK's dcm2pnm shows them. */
final class DcmtkRendering {

  private DcmtkRendering() {}

  /** Whether dcm2pnm can be run. */
  static boolean isThere() {
    try {
      Process process =
          new ProcessBuilder("dcm2pnm", "--version").redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The samples of a vector, row by row. */
  static int[] of(GrayscaleVector vector, Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("film.dcm");
    Path shown = folder.resolve("film.pgm");
    Files.write(file, vector.file());
    List<String> command = new ArrayList<>(List.of("dcm2pnm"));
    command.add(vector.bits() == 8 ? "+opb" : "+opw");
    switch (vector.voi()) {
      case NONE -> command.add("-W");
      case LINEAR -> command.addAll(List.of("+Wi", "1"));
      case SIGMOID -> command.addAll(List.of("+Wi", "1", "+Wfs"));
      case LUT -> command.addAll(List.of("+Wl", "1"));
    }
    command.addAll(List.of(file.toString(), shown.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said);
    }
    return samples(shown);
  }

  private static int[] samples(Path pgm) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line : Files.readAllLines(pgm, StandardCharsets.US_ASCII)) {
      text.append(line.replaceAll("#.*", "")).append(' ');
    }
    try (Scanner numbers = new Scanner(text.toString())) {
      numbers.next("P2");
      int[] samples = new int[numbers.nextInt() * numbers.nextInt()];
      numbers.nextInt();
      for (int i = 0; i < samples.length; i++) {
        samples[i] = numbers.nextInt();
      }
      return samples;
    }
  }
}
