package org.strnet.dicom.phantom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.strnet.phantom.PhantomCohort;

/** A cohort of phantom films as DICOM objects. */
public final class PhantomObjects {

  private PhantomObjects() {}

  /**
   * Writes {@code pNNNN.dcm} into a folder, objects in parallel; the files do not depend on the
   * number of threads. Files of these names are replaced.
   *
   * @param cohort whose films; its bits are those of pictures, objects have 12
   * @param written told after each written object, from any thread
   */
  public static void write(Path folder, PhantomCohort cohort, Runnable written) throws IOException {
    Files.createDirectories(folder);
    try {
      IntStream.range(0, cohort.films())
          .parallel()
          .forEach(
              number -> {
                write(folder.resolve("p%04d.dcm".formatted(number)), cohort, number);
                written.run();
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(Path file, PhantomCohort cohort, int number) {
    try {
      Files.write(
          file, PhantomObject.file(PhantomObject.draw(cohort.seed(), number, cohort.site())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
