package org.strnet.server.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleManifest;
import org.strnet.dicom.film.DicomFile;
import org.strnet.dicom.result.ResultKind;
import org.strnet.dicom.result.ResultObject;
import org.strnet.network.ClinicalVariables;
import org.strnet.server.DatabaseKind;
import org.strnet.server.RunningServer;
import org.strnet.server.account.Role;
import org.strnet.server.audit.AuditEntry;
import org.strnet.server.audit.AuditLog;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmVault;
import org.strnet.server.quality.densitometry.DensitometryRegister;
import org.strnet.server.quality.monitoring.AcknowledgementRegister;
import org.strnet.server.quality.monitoring.MonitoredFilms;
import org.strnet.server.quality.operatingpoint.OperatingPointRegister;
import org.strnet.server.result.ResultRegister;
import org.strnet.server.result.StoredResult;
import org.strnet.server.screening.ScreeningEngine;

/** The pages of quality on the real server, over a simulated year. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class QualityPagesTest {

  private static final String RECALIBRATION =
      "/quality/recalibration?method=intercept&floor=0.86&rule=point&window=365";
  private static final Pattern BASIS = Pattern.compile("name=\"basis\" value=\"([0-9a-f]{64})\"");

  private static final String ACKNOWLEDGE = "/quality/alarms/acknowledge";
  private static final Pattern ALARM_FIELD =
      Pattern.compile("type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");

  @TempDir private static Path folder;

  @Parameter DatabaseKind kind;
  private static Path own;
  private static DatabaseKind.EmptyDatabase empty;
  private static RunningServer server;

  @BeforeParameterizedClassInvocation
  static void start(DatabaseKind kind) throws Exception {
    own = Files.createDirectory(folder.resolve(kind.name()));
    empty = kind.open(own);
    server = RunningServer.start(own, empty.settings());
    assertThat(server.databaseProduct()).isEqualTo(kind.product());
    try (Connection database = server.bean(DataSource.class).getConnection()) {
      database.setAutoCommit(false);
      SimulatedYear.fill(
          database,
          server.bean(ScreeningEngine.class).bundle(),
          LocalDate.now(ZoneOffset.UTC),
          8,
          7);
      database.commit();
    }
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    server.close();
    empty.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/quality",
        "/quality?by=DEVICE&per=WEEK&months=24",
        "/quality?by=SITE&months=-3",
        "/quality/readers",
        "/quality/densitometry?window=90",
        RECALIBRATION,
        "/quality/card"
      })
  void every_page_is_for_radiologists_and_no_page_styles_inline(String path) throws Exception {
    HttpResponse<String> page = server.signedIn(Role.RADIOLOGIST).get(path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<h1>Quality</h1>").doesNotContain("style=\"");
    assertThat(server.signedIn(Role.READER).get(path).statusCode()).isEqualTo(403);
    assertThat(server.visitor().get(path).statusCode()).isEqualTo(302);
  }

  @Test
  void a_device_that_reads_high_is_named_in_an_alarm() throws Exception {
    assertThat(server.signedIn(Role.RADIOLOGIST).get("/quality").body())
        .contains("The share of referred films has risen")
        .contains("Lumen DX-2")
        .contains("What to do.");
  }

  /** The form of the first alarm of referrals that rise, as the page offers it. */
  private static Map<String, String> alarmForm(RunningServer.Session session) throws Exception {
    Map<String, String> fields = new HashMap<>();
    for (String form : session.get("/quality").body().split("<form", -1)) {
      if (form.contains("value=\"REFERRALS_UP\"")) {
        Matcher hidden = ALARM_FIELD.matcher(form);
        while (hidden.find()) {
          fields.putIfAbsent(hidden.group(1), hidden.group(2));
        }
        return fields;
      }
    }
    return fields;
  }

  @Test
  void an_alarm_is_acknowledged_by_name_with_a_note_and_stays_listed() throws Exception {
    RunningServer.Session session = server.signedIn(Role.RADIOLOGIST);
    Map<String, String> form = alarmForm(session);
    assertThat(form).containsKeys("kind", "stream", "subject", "began", "urgent");
    form.put("note", "detector <b>recalibrated</b>");

    assertThat(server.signedIn(Role.READER).postForm(ACKNOWLEDGE, form).statusCode())
        .isEqualTo(403);
    HttpRequest unsigned =
        HttpRequest.newBuilder(server.uri(ACKNOWLEDGE + "?note=x"))
            .POST(BodyPublishers.noBody())
            .build();
    assertThat(session.send(unsigned, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    assertThat(server.bean(AcknowledgementRegister.class).all()).isEmpty();

    Map<String, String> another = new HashMap<>(form);
    another.put("began", "2001-02-03");
    session.postForm(ACKNOWLEDGE, another);
    assertThat(session.get("/quality").body()).contains("no longer as it was shown");
    Map<String, String> silent = new HashMap<>(form);
    silent.put("note", " ");
    session.postForm(ACKNOWLEDGE, silent);
    assertThat(server.bean(AcknowledgementRegister.class).all()).isEmpty();

    assertThat(session.postForm(ACKNOWLEDGE, form).statusCode()).isEqualTo(302);

    assertThat(session.get("/quality").body())
        .contains("<strong>Acknowledged</strong> <span>by radiologist, ")
        .contains("detector &lt;b&gt;recalibrated&lt;/b&gt;");
    assertThat(alarmForm(session)).isNotEqualTo(form);
    assertThat(server.bean(AcknowledgementRegister.class).all())
        .singleElement()
        .satisfies(it -> assertThat(it.madeBy()).isEqualTo("radiologist"))
        .satisfies(it -> assertThat(it.condition().stream()).isEqualTo(form.get("stream")));
    assertThat(server.bean(AuditLog.class).find("alarm.acknowledged", 0, 10))
        .singleElement()
        .satisfies(it -> assertThat(it.actor()).isEqualTo("radiologist"))
        .satisfies(it -> assertThat(it.detail()).contains("REFERRALS_UP").doesNotContain("<b>"));
  }

  @Test
  void a_new_result_is_in_the_figures_at_once() throws Exception {
    MonitoredFilms films = server.bean(MonitoredFilms.class);
    MonitoredFilms.Read before = films.read();

    server.screenedPhantom(31);

    MonitoredFilms.Read after = films.read();
    assertThat(after.films()).hasSize(before.films().size() + 1);
    assertThat(after.ofOtherBundles()).isEqualTo(before.ofOtherBundles());
  }

  @Test
  void the_card_is_rendered_from_the_bundle() throws Exception {
    assertThat(server.signedIn(Role.RADIOLOGIST).get("/quality/card").body())
        .contains("<h2>strnet-phantom</h2>")
        .contains(server.bean(ScreeningEngine.class).bundle().sha256());
  }

  @Test
  void readings_are_counted_and_overruled_films_listed() throws Exception {
    assertThat(server.signedIn(Role.RADIOLOGIST).get("/quality/readers").body())
        .contains("Cohen&#39;s kappa")
        .contains("fragility fracture, on steroids")
        .contains("/films/");
  }

  private static HttpResponse<String> upload(RunningServer.Session session, String csv)
      throws Exception {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
            + csv
            + "\r\n--b--\r\n";
    return session.send(
        HttpRequest.newBuilder(server.uri("/quality/densitometry/import"))
            .header("Content-Type", "multipart/form-data; boundary=b")
            .header("X-CSRF-TOKEN", session.forgeryToken())
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void a_file_is_imported_once_and_its_bad_rows_are_named() throws Exception {
    RunningServer.Session session = server.signedIn(Role.RADIOLOGIST);
    DensitometryRegister register = server.bean(DensitometryRegister.class);
    String csv =
        """
        patient_id,date,site,t_score
        imp-1,2026-01-02,total_hip,-2.1
        imp-1,2026-01-02,total_hip,-1.1
        imp-2,2026-01-02,<b>,-2
        """;
    int before = register.count();

    String first = upload(session, csv).body();
    String second = upload(session, csv).body();

    assertThat(register.count()).isEqualTo(before + 1);
    assertThat(first).contains("another T-score, -2.1, is kept").contains("&#39;&lt;b&gt;&#39;");
    assertThat(second)
        .contains("<strong>0</strong> added")
        .contains("<strong>1</strong> were there");
    assertThat(server.bean(AuditLog.class).find("densitometry.imported", 0, 10))
        .extracting(AuditEntry::detail)
        .contains("3 rows: 1 added, 0 there already, 2 refused");
    assertThat(upload(session, "nothing").body()).contains("Nothing was kept");
  }

  @Test
  void a_measurement_is_entered_and_removed() throws Exception {
    RunningServer.Session session = server.signedIn(Role.RADIOLOGIST);
    DensitometryRegister register = server.bean(DensitometryRegister.class);
    Map<String, String> value =
        Map.of("patient", "entered-1", "date", "2026-02-03", "site", "total_hip", "tScore", "-1.7");

    assertThat(session.postForm("/quality/densitometry", value).statusCode()).isEqualTo(302);

    String id =
        register.all().stream()
            .filter(kept -> kept.value().patientId().equals("entered-1"))
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(session.postForm("/quality/densitometry/" + id + "/remove", Map.of()).statusCode())
        .isEqualTo(302);
    assertThat(session.postForm("/quality/densitometry/" + id + "/remove", Map.of()).statusCode())
        .isEqualTo(404);
    assertThat(server.signedIn(Role.READER).postForm("/quality/densitometry", value).statusCode())
        .isEqualTo(403);
    assertThat(server.bean(AuditLog.class).find(id, 0, 10))
        .extracting(AuditEntry::action)
        .containsExactly("densitometry.removed", "densitometry.entered");
  }

  private static String basis(RunningServer.Session session) throws Exception {
    Matcher basis = BASIS.matcher(session.get(RECALIBRATION).body());
    assertThat(basis.find()).as("a proposal").isTrue();
    return basis.group(1);
  }

  private static Map<String, String> agreed(String basis) {
    return Map.of(
        "method",
        "intercept",
        "floor",
        "0.86",
        "rule",
        "point",
        "window",
        "365",
        "basis",
        basis,
        "confirmed",
        "true");
  }

  @Test
  void a_radiologist_sees_a_proposal_but_cannot_put_it_into_force() throws Exception {
    RunningServer.Session session = server.signedIn(Role.RADIOLOGIST);

    assertThat(session.get(RECALIBRATION).body())
        .contains("What would have changed")
        .doesNotContain("name=\"basis\"");
    assertThat(session.postForm("/quality/recalibration", agreed("0".repeat(64))).statusCode())
        .isEqualTo(403);
    assertThat(
            session
                .postForm(
                    "/quality/recalibration/take-back", Map.of("id", "bundle", "confirmed", "true"))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void without_confirmation_or_on_another_basis_nothing_changes() throws Exception {
    RunningServer.Session session = server.signedIn(Role.ADMINISTRATOR);
    OperatingPointRegister points = server.bean(OperatingPointRegister.class);
    int before = points.all().size();
    Map<String, String> unconfirmed = new HashMap<>(agreed(basis(session)));
    unconfirmed.remove("confirmed");

    session.postForm("/quality/recalibration", unconfirmed);
    session.postForm("/quality/recalibration", agreed("0".repeat(64)));

    assertThat(points.all()).hasSize(before);
    assertThat(session.get("/quality/recalibration").body()).contains("Nothing was changed");
  }

  @Test
  void a_local_operating_point_decides_from_then_on_and_can_be_taken_back() throws Exception {
    RunningServer.Session session = server.signedIn(Role.ADMINISTRATOR);
    ScreeningEngine engine = server.bean(ScreeningEngine.class);
    Bundle bundle = engine.bundle();
    Film before = server.screenedPhantom(11);

    session.postForm("/quality/recalibration", agreed(basis(session)));

    Film after = server.screenedPhantom(12);
    StoredResult old = newest(before);
    StoredResult fresh = newest(after);
    assertThat(old.bundle()).isEqualTo(bundle.name());
    assertThat(fresh.bundle()).startsWith(bundle.name() + ".local-");
    assertThat(fresh.bundleSha256()).isEqualTo(bundle.sha256());
    assertThat(fresh.threshold())
        .isEqualTo(engine.facts().operatingPoint().threshold())
        .isNotEqualTo(old.threshold());
    assertThat(decided(fresh))
        .isEqualTo(
            engine.facts().operatingPoint().decide(fresh.worst().orElseThrow().boneLoss()).code());
    assertThat(objectText(after)).contains(fresh.bundle());
    assertThat(session.get("/quality/card").body()).contains(fresh.bundle());

    session.postForm(
        "/quality/recalibration/take-back", Map.of("id", "bundle", "confirmed", "true"));

    assertThat(newest(server.screenedPhantom(13)).threshold()).isEqualTo(old.threshold());
    OperatingPointRegister points = server.bean(OperatingPointRegister.class);
    String id = points.all().get(0).id();
    assertThat(points.inForce()).isEmpty();
    session.postForm("/quality/recalibration/take-back", Map.of("id", id, "confirmed", "true"));
    assertThat(engine.facts().bundle()).isEqualTo(fresh.bundle());
    points.takeBack(Optional.empty(), "system");
    assertThat(server.bean(AuditLog.class).find(id, 0, 10))
        .extracting(AuditEntry::action)
        .containsExactly("operating-point.taken-back", "operating-point.adopted");
  }

  @Test
  void what_is_in_force_survives_a_restart() throws Exception {
    RunningServer.Session session = server.signedIn(Role.ADMINISTRATOR);
    session.postForm("/quality/recalibration", agreed(basis(session)));
    BundleManifest adopted = server.bean(ScreeningEngine.class).current().manifest();
    assertThat(adopted.name()).contains(".local-");

    server.close();
    server = RunningServer.start(own, empty.settings());

    assertThat(server.bean(ScreeningEngine.class).current().manifest()).isEqualTo(adopted);
    server.bean(OperatingPointRegister.class).takeBack(Optional.empty(), "system");
  }

  private static StoredResult newest(Film film) {
    return server.bean(ResultRegister.class).newest(film.id()).orElseThrow();
  }

  private static String decided(StoredResult result) {
    return result.decision().orElseThrow();
  }

  /** The structured report that would be sent, as Latin text. */
  private static String objectText(Film film) throws Exception {
    ScreeningEngine engine = server.bean(ScreeningEngine.class);
    DicomFile file = DicomFile.read(server.bean(FilmVault.class).bytes(film.file()));
    List<ResultObject> objects =
        engine
            .current()
            .results(EnumSet.of(ResultKind.STRUCTURED_REPORT))
            .of(engine.current().screen(file, ClinicalVariables.NONE), Instant.now());
    return new String(objects.get(0).file(), StandardCharsets.ISO_8859_1);
  }
}
