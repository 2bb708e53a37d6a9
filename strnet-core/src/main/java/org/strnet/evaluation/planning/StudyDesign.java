package org.strnet.evaluation.planning;

/** A question a study is to answer with a stated precision or power. */
public interface StudyDesign {

  /**
   * The patients it needs, and what simulated studies of that size achieve.
   *
   * @param studies how many are simulated, and from which seed
   * @throws org.strnet.provenance.BadInputException if more than {@link SampleSize#MOST} patients
   *     would be needed
   */
  StudyPlan plan(SimulatedStudies studies);
}
