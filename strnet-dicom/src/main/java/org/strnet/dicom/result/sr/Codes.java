package org.strnet.dicom.result.sr;

import java.util.Locale;
import java.util.Optional;
import org.strnet.decision.Zone;
import org.strnet.dicom.film.BodySide;
import org.strnet.radiograph.NotAssessable;

/**
 * The concepts of a report: of DICOM (PS3.16, Annex D), SNOMED CT, UCUM, LOINC, and of this project
 * (scheme {@code 99STRNET}) where the standard has none.
 */
final class Codes {

  static final String PRIVATE = "99STRNET";

  static final Code REPORT = dcm("126000", "Imaging Measurement Report");
  static final Code LANGUAGE = dcm("121049", "Language of Content Item and Descendants");
  static final Code ENGLISH = new Code("en", "RFC5646", "English");
  static final Code OBSERVER_TYPE = dcm("121005", "Observer Type");
  static final Code DEVICE = dcm("121007", "Device");
  static final Code DEVICE_UID = dcm("121012", "Device Observer UID");
  static final Code DEVICE_NAME = dcm("121013", "Device Observer Name");
  static final Code DEVICE_MANUFACTURER = dcm("121014", "Device Observer Manufacturer");
  static final Code DEVICE_MODEL = dcm("121015", "Device Observer Model Name");
  static final Code PROCEDURE = dcm("121058", "Procedure Reported");
  static final Code RADIOGRAPHY = sct("168537006", "Plain radiography");
  static final Code LIBRARY = dcm("111028", "Image Library");
  static final Code LIBRARY_GROUP = dcm("126200", "Image Library Group");
  static final Code MODALITY = dcm("121139", "Modality");
  static final Code STUDY_DATE = dcm("111060", "Study Date");
  static final Code STUDY_TIME = dcm("111061", "Study Time");
  static final Code TARGET_REGION = dcm("123014", "Target Region");
  static final Code IMAGE_LATERALITY = dcm("111027", "Image Laterality");
  static final Code MEASUREMENTS = dcm("126010", "Imaging Measurements");
  static final Code GROUP = dcm("125007", "Measurement Group");
  static final Code TRACKING_ID = dcm("112039", "Tracking Identifier");
  static final Code TRACKING_UID = dcm("112040", "Tracking Unique Identifier");
  static final Code FINDING_SITE = sct("363698007", "Finding Site");
  static final Code KNEE = sct("72696002", "Knee region");
  static final Code LATERALITY = sct("272741003", "Laterality");
  static final Code ALGORITHM_NAME = dcm("111001", "Algorithm Name");
  static final Code ALGORITHM_VERSION = dcm("111003", "Algorithm Version");
  static final Code ALGORITHM_PARAMETERS = dcm("111002", "Algorithm Parameters");
  static final Code ALGORITHM_MANUFACTURER = dcm("122405", "Algorithm Manufacturer");
  static final Code SOURCE = dcm("121112", "Source of Measurement");
  static final Code PROBABILITY = dcm("122157", "Probability");
  static final Code THRESHOLD = dcm("122411", "Threshold Value");
  static final Code OPERATING_POINT = dcm("111081", "CAD Operating Point Description");
  static final Code SEVERITY = sct("246112005", "Severity");
  static final Code OSTEOPENIA = sct("312894000", "Osteopenia");
  static final Code OSTEOPOROSIS = sct("64859006", "Osteoporosis");
  static final Code UPPER_RANGE = sct("371886008", "+, range of upper measurement uncertainty");
  static final Code LOWER_RANGE = sct("371885007", "-, range of lower measurement uncertainty");
  static final Code QUALITY = dcm("111101", "Image Quality");
  static final Code INSUFFICIENT = dcm("110531", "Insufficient quality for interpretation");
  static final Code RECOMMENDATION = dcm("121075", "Recommendation");
  static final Code COMMENT = dcm("121106", "Comment");
  static final Code YES = sct("373066001", "Yes");
  static final Code NO = sct("373067005", "No");

  static final Code FILM_RESULT = own("FILM_RESULT", "Result for the film");
  static final Code SCREENING_RESULT = own("SCREENING_RESULT", "Screening result");
  static final Code TARGET = own("TARGET", "Meaning of the probability or estimate");
  static final Code DECIDES = own("DECIDES_FOR_FILM", "This knee decides for the film");
  static final Code T_SCORE = own("TSCORE_KNEE_XR", "T-score estimated from a knee radiograph");
  static final Code ESTIMATE = own("ESTIMATE_KNEE_XR", "Estimate from a knee radiograph");
  static final Code CLASS_RULE = own("CLASS_RULE", "How the class was chosen");
  static final Code NOT_ASSESSED = own("QUALITY_REASON", "Reason for not assessing");
  static final Code REASON_DETAIL = own("REASON_DETAIL", "Reason in words");
  static final Code ASSESSABLE = own("ASSESSABLE", "Assessable");
  static final Code REFER = own("REFER", "Refer for densitometry");
  static final Code NOT_FLAGGED = own("NOT_FLAGGED", "Not flagged (bone loss is not ruled out)");
  static final Code FLAGGED_OTHER = own("FLAGGED_TARGET", "Flagged for the target");
  static final Code NOT_FLAGGED_OTHER =
      own("NOTFLAGGD_TARGET", "Not flagged for the target (which is not ruled out)");
  static final Code FAILED = own("FAILED", "Processing failed");
  static final Code ZONE = own("ZONE", "Zone of the three-zone reading");
  static final Code FILM_ZONE = own("FILM_ZONE", "Zone of the three-zone reading for the film");
  static final Code ZONE_MEANING = own("ZONE_MEANING", "What the zone means");
  static final Code NO_FLAG_BELOW =
      own("NO_FLAG_BELOW", "Probability below which the zone is no flag");
  static final Code FLAG_ABOVE = own("FLAG_ABOVE", "Probability above which the zone is flag");

  static final Code ONE = new Code("1", "UCUM", "no units");
  static final Code T_SCORE_UNIT = new Code("{T-score}", "UCUM", "T-score");

  private Codes() {}

  private static Code dcm(String value, String meaning) {
    return new Code(value, "DCM", meaning);
  }

  private static Code sct(String value, String meaning) {
    return new Code(value, "SCT", meaning);
  }

  private static Code own(String value, String meaning) {
    return new Code(value, PRIVATE, meaning);
  }

  /** CID 244, Laterality. */
  static Code side(BodySide side) {
    return switch (side) {
      case RIGHT -> sct("24028007", "Right");
      case LEFT -> sct("7771000", "Left");
      case BOTH -> sct("51440002", "Right and left");
    };
  }

  /** "No flag" has a code of its own for the reason that "not flagged" has one. */
  static Code zone(Zone zone) {
    return switch (zone) {
      case FLAG -> own("ZONE_FLAG", "Flag");
      case GREY -> own("ZONE_GREY", "Grey (neither side's risk is promised; a person decides)");
      case NO_FLAG -> own("ZONE_NO_FLAG", "No flag (nothing is ruled out)");
    };
  }

  /** The code of a reason: its stable name. */
  static Code reason(NotAssessable.Reason reason) {
    String words = reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return own(reason.name(), words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
  }

  /** The standard's code where the reason is one of the picture's quality; else none fits. */
  static Optional<Code> quality(NotAssessable.Reason reason) {
    return switch (reason) {
      case DAMAGED_IMAGE,
          TOO_FEW_PIXELS,
          NO_CONTRAST,
          KNEE_CUT_OFF,
          POOR_IMAGE_QUALITY,
          WRONG_POLARITY ->
          Optional.of(INSUFFICIENT);
      default -> Optional.empty();
    };
  }

  /** A unit that UCUM does not have, as an annotation in braces. */
  static Code unit(String unit) {
    String plain = unit.replaceAll("[^A-Za-z0-9/^.-]+", "_");
    String annotation = plain.substring(0, Math.min(plain.length(), 14));
    return new Code("{" + annotation + "}", "UCUM", unit.substring(0, Math.min(unit.length(), 64)));
  }
}
