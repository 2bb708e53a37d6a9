package org.strnet.dicom.node.intake;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.strnet.dicom.node.queue.Admission;

/** Counts of what was answered since the start. */
public final class IntakeCounters {

  private final Map<Admission, LongAdder> admissions = new EnumMap<>(Admission.class);
  private final Map<Refusal, LongAdder> refusals = new EnumMap<>(Refusal.class);

  IntakeCounters() {
    for (Admission admission : Admission.values()) {
      admissions.put(admission, new LongAdder());
    }
    for (Refusal refusal : Refusal.values()) {
      refusals.put(refusal, new LongAdder());
    }
  }

  void took(Admission admission) {
    admissions.get(admission).increment();
  }

  void refused(Refusal refusal) {
    refusals.get(refusal).increment();
  }

  /** Objects of which the queue said this. */
  public long admitted(Admission admission) {
    return admissions.get(admission).sum();
  }

  /** Objects refused for this. */
  public long refusedFor(Refusal refusal) {
    return refusals.get(refusal).sum();
  }

  /** All refusals. */
  public long refused() {
    return refusals.values().stream().mapToLong(LongAdder::sum).sum();
  }
}
