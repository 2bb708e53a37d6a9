package org.strnet.dicom.result;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.strnet.dicom.result.series.DeviceIdentity;

/**
 * What is made of a result.
 *
 * @param kinds which objects, at least one
 * @param device names of this device
 * @param patientNamed whether page and PDF show the patient's name and ID; they then say that they
 *     do (Burned In Annotation)
 */
public record ResultOptions(Set<ResultKind> kinds, DeviceIdentity device, boolean patientNamed) {

  /** Copies the set and checks that it is not empty. */
  public ResultOptions {
    Objects.requireNonNull(device);
    kinds = Set.copyOf(kinds);
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException("at least one kind of object, found none");
    }
  }

  /** Report, page and PDF, so that something shows in every viewer; pages name no patient. */
  public static ResultOptions of(DeviceIdentity device) {
    return new ResultOptions(
        EnumSet.of(ResultKind.STRUCTURED_REPORT, ResultKind.PAGE, ResultKind.PDF), device, false);
  }
}
