package org.strnet.study.checklist;

import java.util.List;

/**
 * A reporting checklist. Its items are this project's paraphrase; numbers and topics were compared
 * with copies in public repositories and not with the publications themselves, and every document
 * says so.
 */
public enum Checklist {
  /** Diagnostic accuracy studies of AI; 40 numbered items in 48 rows. */
  STARD_AI(
      "stard-ai",
      "STARD-AI",
      "Sounderajah et al. 2025, Nat Med 31:3283-3289, doi 10.1038/s41591-025-03953-8",
      "The 40 numbered items in 48 rows were compared with a public transcription of the paper's"
          + " Table 2 (repository Aperivue/medsci-skills)."),
  /** Prediction models; 27 numbered items in 52 rows, and 13 rows for the abstract. */
  TRIPOD_AI(
      "tripod-ai",
      "TRIPOD+AI",
      "Collins et al. 2024, BMJ 385:e078378, doi 10.1136/bmj-2023-078378",
      "The 27 numbered items in 52 rows, and the 13 rows for abstracts, were compared with a public"
          + " transcription of the official form of 11 January 2024 (repository"
          + " youkiti/reporting_guidelines_markdown) and another of the list for abstracts. The"
          + " numbers A1 to A13 are this project's; the official list has 1 to 13."),
  /** AI in medical imaging; 44 items. */
  CLAIM(
      "claim",
      "CLAIM 2024",
      "Tejani et al. 2024, Radiol Artif Intell 6:e240300, doi 10.1148/ryai.240300",
      "Numbers and topics of the 44 items were compared with several public copies that agree;"
          + " their source calls the copy it came from not verified against the paper (repository"
          + " Aperivue/medsci-skills).");

  private final String code;
  private final String title;
  private final String source;
  private final String verification;

  Checklist(String code, String title, String source, String verification) {
    this.code = code;
    this.title = title;
    this.source = source;
    this.verification = verification;
  }

  /** As written in options and file names. */
  public String code() {
    return code;
  }

  /** As the field calls it. */
  public String title() {
    return title;
  }

  /** The publication. */
  public String source() {
    return source;
  }

  /** What numbers and topics were compared with. */
  public String verification() {
    return verification;
  }

  /** Its items in order. */
  public List<ChecklistItem> items() {
    return ItemsFile.read(code + ".yaml");
  }

  @Override
  public String toString() {
    return code;
  }
}
