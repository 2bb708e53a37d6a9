package org.strnet.dicom.node.work;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.strnet.dicom.result.ResultObject;

/**
 * What came of one object.
 *
 * @param outcome its kind
 * @param reason code of the reason, at most 64 lower case letters, digits, hyphens and underscores;
 *     empty for none; never patient data
 * @param results what is to be delivered; may be empty
 */
public record ProcessedObject(Outcome outcome, String reason, List<ResultObject> results) {

  private static final Pattern CODE = Pattern.compile("[a-z0-9_-]{0,64}");

  /** Copies the list and checks the code. */
  public ProcessedObject {
    Objects.requireNonNull(outcome);
    results = List.copyOf(results);
    if (!CODE.matcher(reason).matches()) {
      throw new IllegalArgumentException("a reason is a code of at most 64 characters");
    }
  }
}
