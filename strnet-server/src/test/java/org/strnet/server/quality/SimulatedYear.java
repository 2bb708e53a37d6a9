package org.strnet.server.quality;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleManifest;

/**
 * A year of a department that never was: two sites, three devices, one of which reads high from
 * some month on; readers, and densitometry that follows the referrals. For a look at the pages, and
 * for tests. Films have rows but no pixels.
 */
public final class SimulatedYear {

  private static final List<String> DEVICES = List.of("Lumen DX-1", "Lumen DX-2", "Orbis Ray 400");
  private static final List<String> REASONS =
      List.of("wrong_view", "knee_cut_off", "implant_or_cast", "no_knee", "poor_image_quality");

  private final Connection database;
  private final Bundle bundle;
  private final Random random;

  private SimulatedYear(Connection database, Bundle bundle, long seed) {
    this.database = database;
    this.bundle = bundle;
    this.random = new Random(seed);
  }

  /**
   * Fills the database of a server that is not running.
   *
   * @param arguments folder of the server, bundle, and films a day
   */
  public static void main(String[] arguments) throws Exception {
    String url =
        "jdbc:h2:file:"
            + Path.of(arguments[0]).toAbsolutePath().resolve("reading-room")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    try (Connection database = DriverManager.getConnection(url)) {
      fill(
          database,
          Bundle.load(Path.of(arguments[1])),
          LocalDate.now(ZoneOffset.UTC),
          Integer.parseInt(arguments[2]),
          1);
    }
  }

  /**
   * Adds the year that ends on a day.
   *
   * @param filmsADay on average
   */
  public static void fill(
      Connection database, Bundle bundle, LocalDate end, int filmsADay, long seed)
      throws SQLException {
    SimulatedYear year = new SimulatedYear(database, bundle, seed);
    for (int day = 364; day >= 0; day--) {
      for (int film = 0; film < filmsADay; film++) {
        year.film(end.minusDays(day), end);
      }
    }
  }

  private void film(LocalDate day, LocalDate end) throws SQLException {
    int device = random.nextInt(10) < 5 ? 0 : random.nextInt(10) < 6 ? 1 : 2;
    String site = device == 2 ? "Riverside Clinic" : "Hill Street Hospital";
    boolean drifted = device == 1 && day.isAfter(end.minusDays(110));
    String id = UUID.randomUUID().toString();
    String patient = "P" + (100_000 + random.nextInt(900_000));
    Instant arrived =
        day.atTime(LocalTime.of(7 + random.nextInt(10), random.nextInt(60)))
            .toInstant(ZoneOffset.UTC);
    if (arrived.isAfter(Instant.now())) {
      arrived = day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    boolean refused = random.nextDouble() < (drifted ? 0.16 : 0.07);
    double truth = -1.1 + 1.2 * random.nextGaussian();
    BundleManifest manifest = bundle.manifest();
    // The better the bone the lower the network's logit, at about the bundle's own threshold.
    double threshold = manifest.operatingPoint().threshold();
    double centre = Math.log(threshold / (1 - threshold));
    double logit =
        centre - 1.6 * (truth + 1.25) + 1.1 * random.nextGaussian() + (drifted ? 1.1 : 0);
    double probability = 1 / (1 + Math.exp(-logit));
    double severity = 1 / (1 + Math.exp(1.5 * (truth + 2.4) - 0.8 * random.nextGaussian()));
    double estimate = truth + 0.25 + 0.55 * random.nextGaussian();
    boolean refer = probability >= threshold;
    insertFilm(id, patient, site, DEVICES.get(device), day, arrived);
    String result = UUID.randomUUID().toString();
    String reason =
        REASONS.get(Math.min(4, (int) Math.floor(-2 * Math.log(1 - random.nextDouble()))));
    insertResult(id, result, arrived, refused, reason, refer, probability, severity, estimate);
    if (!refused) {
      read(id, result, arrived, refer, truth);
      measure(patient, day, end, refer, truth);
    }
  }

  private void insertFilm(
      String id, String patient, String site, String device, LocalDate day, Instant arrived)
      throws SQLException {
    try (PreparedStatement film =
        database.prepareStatement(
            "insert into film (id, sop_instance_uid, study_instance_uid, series_instance_uid,"
                + " accession_number, patient_id, patient_name, sex, age_years, study_date, site,"
                + " device, source, file_name, file_bytes, arrived_at, state, correlation_id,"
                + " version) values (?, ?, '1.2', '1.2', '', ?, '', 'F', 61, ?, ?, ?, 'NODE', ?, 0,"
                + " ?, 'DONE', ?, 1)")) {
      set(
          film,
          id,
          "2.25." + random.nextLong(Long.MAX_VALUE),
          patient,
          Date.valueOf(day),
          site,
          device,
          id,
          Timestamp.from(arrived),
          id);
    }
  }

  private void insertResult(
      String film,
      String id,
      Instant at,
      boolean refused,
      String reason,
      boolean refer,
      double probability,
      double severity,
      double estimate)
      throws SQLException {
    String outcome = refused ? "not_assessable" : "assessed";
    Object decision = refused ? null : refer ? "refer" : "not_flagged";
    Object boneLoss = refused ? null : (Object) probability;
    Object tScore = refused ? null : (Object) estimate;
    try (PreparedStatement result =
        database.prepareStatement(
            "insert into result (id, film_id, number, made_at, made_by, cause, outcome, reason,"
                + " decision, bone_loss, severity, t_score, knees, notices, clinical, bundle,"
                + " bundle_sha256, threshold) values (?, ?, 1, ?, 'system', 'ARRIVAL', ?, ?, ?, ?,"
                + " ?, ?, '[]', '[]', '{}', ?, ?, ?)")) {
      set(
          result,
          id,
          film,
          Timestamp.from(at),
          outcome,
          refused ? reason : null,
          decision,
          boneLoss,
          refused ? null : (Object) severity,
          tScore,
          bundle.name(),
          bundle.sha256(),
          bundle.manifest().operatingPoint().threshold());
    }
    try (PreparedStatement newest =
        database.prepareStatement(
            "update film set result_id = ?, outcome = ?, reason = ?, decision = ?, bone_loss = ?,"
                + " t_score = ? where id = ?")) {
      set(newest, id, outcome, refused ? reason : null, decision, boneLoss, tScore, film);
    }
  }

  private void read(String film, String result, Instant at, boolean refer, double truth)
      throws SQLException {
    if (random.nextDouble() > 0.4) {
      return;
    }
    boolean wrong = refer != truth < -1;
    double chance = random.nextDouble();
    boolean overrule = chance < (wrong ? 0.25 : 0.02);
    boolean mark = !overrule && chance > 0.985;
    String action = overrule ? "overruled" : mark ? "not_assessable" : "confirmed";
    Object decision = mark ? null : refer != overrule ? "refer" : "not_flagged";
    String reason =
        overrule
            ? refer ? "densitometry of last year was normal" : "fragility fracture, on steroids"
            : mark ? "rotated, joint space not seen" : "";
    try (PreparedStatement reading =
        database.prepareStatement(
            "insert into reading (id, film_id, result_id, made_at, made_by, action, decision,"
                + " reason) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
      set(
          reading,
          UUID.randomUUID().toString(),
          film,
          result,
          Timestamp.from(at.plusSeconds(3600)),
          random.nextBoolean() ? "radiologist" : "a.keller",
          action,
          decision,
          reason);
    }
  }

  private void measure(String patient, LocalDate day, LocalDate end, boolean refer, double truth)
      throws SQLException {
    LocalDate measured = day.plusDays(20 + random.nextInt(60));
    if (measured.isAfter(end) || random.nextDouble() > (refer ? 0.3 : 0.08)) {
      return;
    }
    for (String site : List.of("total_hip", "lumbar_spine")) {
      double offset = site.equals("total_hip") ? 0.0 : 0.35;
      try (PreparedStatement one =
          database.prepareStatement(
              "insert into densitometry (id, patient_id, measured_on, site, t_score, source,"
                  + " entered_at, entered_by) values (?, ?, ?, ?, ?, 'imported', ?, 'radiologist')")) {
        set(
            one,
            UUID.randomUUID().toString(),
            patient,
            Date.valueOf(measured),
            site,
            Math.round(10 * (truth + offset + 0.15 * random.nextGaussian())) / 10.0,
            Timestamp.from(measured.atStartOfDay().toInstant(ZoneOffset.UTC)));
      }
    }
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.executeUpdate();
  }
}
