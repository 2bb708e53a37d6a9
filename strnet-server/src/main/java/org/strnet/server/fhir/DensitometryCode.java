package org.strnet.server.fhir;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.strnet.server.quality.densitometry.MeasurementSite;

/** LOINC codes that come with densitometry, and what is made of them. */
enum DensitometryCode {
  /** T-score of the lumbar spine. */
  LUMBAR_SPINE("38267-1"),
  /** T-score of the spine. */
  SPINE("104938-6"),
  /** T-score of the hip. */
  HIP("38264-8"),
  /** T-score of the femur: its neck, unless the text says the whole hip. */
  FEMUR("38263-0"),
  /** T-score of radius and ulna, which others' systems send for the spine or the femur. */
  FOREARM("38265-5"),
  /** T-score of the heel. */
  HEEL("38266-3"),
  /** Density of the femur. */
  FEMUR_DENSITY("24701-5"),
  /** Density of the lumbar spine. */
  SPINE_DENSITY("24966-4"),
  /** The panel around T-scores. */
  PANEL("83311-1"),
  /** The report. */
  REPORT("38269-7");

  /**
   * Where was measured.
   *
   * @param place on the body
   * @param warning what the sender should know; may be empty
   */
  record Site(MeasurementSite place, String warning) {}

  private final String loinc;

  DensitometryCode(String loinc) {
    this.loinc = loinc;
  }

  static Optional<DensitometryCode> of(String loinc) {
    return Arrays.stream(values()).filter(code -> code.loinc.equals(loinc)).findFirst();
  }

  /** The LOINC code under which a T-score of a site is given out. */
  static String loinc(MeasurementSite site) {
    DensitometryCode code =
        switch (site) {
          case LUMBAR_SPINE -> LUMBAR_SPINE;
          case TOTAL_HIP -> HIP;
          case FEMORAL_NECK -> FEMUR;
          case RADIUS_33 -> FOREARM;
        };
    return code.loinc;
  }

  /**
   * The site that a T-score is of.
   *
   * @param words texts and displays of code and body site
   * @throws FhirException when a value under this code cannot be a reference
   */
  Site site(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return switch (this) {
      case LUMBAR_SPINE, SPINE -> new Site(MeasurementSite.LUMBAR_SPINE, "");
      case HIP -> new Site(MeasurementSite.TOTAL_HIP, "");
      case FEMUR -> femur(lower);
      case FOREARM -> forearm(lower);
      case HEEL -> throw refused("the heel is no site that the classes of the WHO are applied to");
      case FEMUR_DENSITY, SPINE_DENSITY ->
          throw refused("this is a density in g/cm2; send the T-score");
      case PANEL, REPORT -> throw refused("send the T-scores themselves, one Observation each");
    };
  }

  private static Site femur(String words) {
    if (words.contains("total")) {
      return new Site(MeasurementSite.TOTAL_HIP, "");
    }
    return words.contains("neck")
        ? new Site(MeasurementSite.FEMORAL_NECK, "")
        : new Site(
            MeasurementSite.FEMORAL_NECK,
            "38263-0 says femur without a part; kept as the femoral neck. Say neck or total hip in"
                + " the text.");
  }

  private static Site forearm(String words) {
    boolean says = words.contains("radius") || words.contains("forearm");
    boolean third = words.contains("33") || words.contains("third") || words.contains("1/3");
    if (says && third && !words.contains("lumbar") && !words.contains("femur")) {
      return new Site(
          MeasurementSite.RADIUS_33,
          "38265-5 is the forearm: kept as the 33 % radius, not as hip or spine.");
    }
    throw refused(
        "38265-5 is the T-score of radius and ulna, but is often sent for another site: use"
            + " 38267-1 for the lumbar spine, 38264-8 for the hip, 38263-0 for the femur; for the"
            + " 33 % radius say so in the text");
  }

  private static FhirException refused(String why) {
    return new FhirException(422, IssueType.BUSINESSRULE, why);
  }
}
