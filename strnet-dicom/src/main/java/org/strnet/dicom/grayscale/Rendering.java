package org.strnet.dicom.grayscale;

import java.util.List;
import java.util.Objects;
import org.strnet.radiograph.Radiograph;

/**
 * A film as its header means it to be shown.
 *
 * @param film bone bright; of 8 bits where the stored samples have at most 8, else of 16
 * @param notices what a reader of a result must know, in sentences; never patient data
 */
public record Rendering(Radiograph film, List<String> notices) {

  /** Copies the list. */
  public Rendering {
    Objects.requireNonNull(film);
    notices = List.copyOf(notices);
  }
}
