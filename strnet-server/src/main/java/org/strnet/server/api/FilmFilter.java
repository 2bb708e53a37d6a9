package org.strnet.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.strnet.decision.Zone;
import org.strnet.server.film.FilmState;

/** Which films are listed; what is not given does not matter. */
record FilmFilter(
    @Schema(description = "Identifier of the patient, exactly") @Nullable String patient,
    @Schema(description = "Accession number, exactly") @Nullable String accession,
    @Schema(description = "Study Instance UID") @Nullable String study,
    @Schema(description = "F, M or O") @Nullable String sex,
    @Schema(description = "Institution, exactly") @Nullable String site,
    @Schema(description = "assessed, not_assessable or failed") @Nullable String outcome,
    @Schema(description = "refer or not_flagged") @Nullable String decision,
    @Schema(description = "flag, grey or no_flag") @Nullable String zone,
    @Schema(description = "RECEIVED, SCREENING or DONE") @Nullable String state,
    @Schema(description = "First study date") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        @Nullable LocalDate from,
    @Schema(description = "Last study date") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        @Nullable LocalDate to,
    @Schema(description = "Arrived after this moment") @Nullable Instant arrivedAfter,
    @Schema(description = "Least age in years") @Nullable Double minAge,
    @Schema(description = "Greatest age in years") @Nullable Double maxAge,
    @Schema(description = "Whether somebody opened it") @Nullable Boolean read,
    @Schema(description = "Films a page, 1 to 200; 50 by default") @Nullable Integer limit,
    @Schema(description = "Where the page before ended") @Nullable String cursor) {

  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final Pattern UID = Pattern.compile("[0-9.]{1,64}");

  private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{0,128}");

  /** Names of the parameters. */
  static final Set<String> NAMES =
      new TreeSet<>(
          Arrays.stream(FilmFilter.class.getRecordComponents())
              .map(component -> component.getName())
              .toList());

  /**
   * The same, when its values are of their documented forms.
   *
   * @throws ProblemException that names the first that is not
   */
  FilmFilter checked() {
    oneOf("sex", sex, List.of("F", "M", "O"));
    oneOf("outcome", outcome, List.of("assessed", "not_assessable", "failed"));
    oneOf("decision", decision, List.of("refer", "not_flagged"));
    oneOf("zone", zone, Arrays.stream(Zone.values()).map(Zone::code).toList());
    oneOf("state", state, Arrays.stream(FilmState.values()).map(Enum::name).toList());
    require(study == null || UID.matcher(study).matches(), "study: digits and dots, up to 64");
    require(from == null || to == null || !to.isBefore(from), "to: not before from");
    require(isAge(minAge), "minAge: 0 to 150");
    require(isAge(maxAge), "maxAge: 0 to 150");
    require(limit == null || (limit >= 1 && limit <= MOST), "limit: 1 to " + MOST);
    for (String text : new String[] {patient, accession, site}) {
      require(
          text == null || TEXT.matcher(text).matches(),
          "texts have at most 128 characters and no control characters");
    }
    return this;
  }

  /** Films a page. */
  int most() {
    return limit == null ? USUAL : limit;
  }

  private static boolean isAge(@Nullable Double age) {
    return age == null || (age >= 0 && age <= 150);
  }

  private static void oneOf(String name, @Nullable String value, List<String> allowed) {
    require(value == null || allowed.contains(value), name + ": one of " + allowed);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new ProblemException(Problem.INVALID_REQUEST, rule);
    }
  }
}
