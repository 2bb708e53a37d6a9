package org.strnet.server.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.strnet.decision.Zone;
import org.strnet.server.DatabaseKind;
import org.strnet.server.film.SearchWords;

@ParameterizedClass
@EnumSource(DatabaseKind.class)
class WorklistTest {

  private static final int FILMS = 40;
  private static final WorklistFilter ALL = WorklistFilter.NONE;

  @TempDir static Path folder;

  @Parameter DatabaseKind kind;

  private static DatabaseKind.EmptyDatabase empty;
  private static SingleConnectionDataSource source;
  private static JdbcClient database;
  private static Worklist worklist;

  @BeforeParameterizedClassInvocation
  static void fortyFilms(DatabaseKind kind) throws Exception {
    empty = kind.open(folder);
    source = new SingleConnectionDataSource(empty.url(), empty.user(), "", true);
    Flyway.configure().dataSource(source).load().migrate();
    database = JdbcClient.create(source);
    worklist = new Worklist(database);
    for (int i = 0; i < FILMS; i++) {
      insert(i);
    }
  }

  @AfterParameterizedClassInvocation
  static void close() {
    source.destroy();
    empty.close();
  }

  /** Of every value several have the same, and every fifth film has none where that may be. */
  private static void insert(int i) {
    String id = UUID.nameUUIDFromBytes(new byte[] {(byte) i}).toString();
    String name = i == 7 ? "Müller^Anna Maria" : "PHANTOM^%02d".formatted(i);
    boolean assessed = i % 5 != 0;
    database
        .sql(
            "insert into film (id, sop_instance_uid, study_instance_uid, series_instance_uid,"
                + " accession_number, patient_id, patient_name, sex, age_years, study_date, site,"
                + " device, source, file_name, file_bytes, arrived_at, state, correlation_id,"
                + " version, read_at, outcome, reason, decision, bone_loss,"
                + " zone)"
                + " values (?, ?, '', '', ?, ?, ?, ?, ?, ?, ?, '', 'NODE', '', 0, ?, ?, '', 1, ?,"
                + " ?, ?, ?, ?, ?)")
        .params(
            id,
            "2.25." + i,
            "A%02d".formatted(i),
            "P-%02d".formatted(i / 2),
            name,
            i % 2 == 0 ? "F" : "M",
            assessed ? 50.0 + i % 7 : null,
            assessed ? Date.valueOf(LocalDate.of(2026, 1, 1 + i % 10)) : null,
            i % 3 == 0 ? "North" : "South",
            Timestamp.from(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(i / 3)),
            i == 39 ? "RECEIVED" : "DONE",
            i < 10 ? Timestamp.from(Instant.parse("2026-02-01T00:00:00Z")) : null,
            i == 39 ? null : assessed ? "assessed" : "not_assessable",
            assessed ? null : "wrong_view",
            assessed && i < 39 ? (i % 4 == 0 ? "refer" : "not_flagged") : null,
            assessed ? i % 4 / 4.0 : null,
            assessed && i % 4 > 0 && i < 39
                ? List.of("", "flag", "grey", "no_flag").get(i % 4)
                : null)
        .update();
    for (String word : SearchWords.of("P-%02d A%02d ".formatted(i / 2, i) + name)) {
      database.sql("insert into film_word (word, film_id) values (?, ?)").params(word, id).update();
    }
  }

  private static List<String> forwards(WorklistOrder order, int size) {
    List<String> ids = new ArrayList<>();
    WorklistPlace place = WorklistPlace.START;
    while (true) {
      WorklistPart part = worklist.page(ALL, order, place, size);
      part.rows().forEach(row -> ids.add(row.id()));
      if (!part.hasLater()) {
        return ids;
      }
      place = WorklistPlace.after(part.last());
    }
  }

  @ParameterizedTest
  @EnumSource(WorklistSort.class)
  void turning_pages_forwards_shows_every_film_once_in_the_order_of_one_long_page(
      WorklistSort sort) {
    for (boolean descending : new boolean[] {true, false}) {
      WorklistOrder order = new WorklistOrder(sort, descending);
      List<String> whole =
          worklist.page(ALL, order, WorklistPlace.START, 100).rows().stream()
              .map(WorklistRow::id)
              .toList();

      assertThat(whole).hasSize(FILMS).doesNotHaveDuplicates();
      assertThat(forwards(order, 7)).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @EnumSource(WorklistSort.class)
  void turning_back_from_the_last_film_shows_the_same_films(WorklistSort sort) {
    WorklistOrder order = new WorklistOrder(sort, true);
    List<String> whole = forwards(order, 100);
    List<String> back = new ArrayList<>();
    String from = whole.get(FILMS - 1);
    while (true) {
      WorklistPart part = worklist.page(ALL, order, WorklistPlace.before(from), 6);
      List<String> ids = new ArrayList<>(part.rows().stream().map(WorklistRow::id).toList());
      Collections.reverse(ids);
      back.addAll(ids);
      if (!part.hasEarlier()) {
        break;
      }
      from = part.first();
    }
    Collections.reverse(back);

    assertThat(back).isEqualTo(whole.subList(0, FILMS - 1));
  }

  @Test
  void films_of_unknown_probability_stand_last_in_either_direction() {
    for (boolean descending : new boolean[] {true, false}) {
      List<WorklistRow> rows =
          worklist
              .page(
                  ALL,
                  new WorklistOrder(WorklistSort.PROBABILITY, descending),
                  WorklistPlace.START,
                  100)
              .rows();

      assertThat(rows.subList(0, 32)).allMatch(row -> row.boneLoss().isPresent());
      assertThat(rows.subList(32, 40)).allMatch(row -> row.boneLoss().isEmpty());
    }
  }

  @Test
  void a_place_beside_a_film_that_is_gone_is_the_first_page() {
    WorklistOrder order = WorklistOrder.NEWEST_FIRST;

    assertThat(worklist.page(ALL, order, WorklistPlace.after("gone"), 5))
        .isEqualTo(worklist.page(ALL, order, WorklistPlace.START, 5));
  }

  @Test
  void filters_keep_what_they_say() {
    assertThat(found(WorklistFilter.of(WorklistGroup.NOT_ASSESSABLE)))
        .hasSize(8)
        .allMatch(row -> row.reason().equals(Optional.of("wrong_view")));
    assertThat(found(WorklistFilter.of(WorklistGroup.WAITING))).hasSize(1);
    assertThat(found(WorklistFilter.of(WorklistGroup.FLAGGED))).hasSize(8);
    assertThat(found(filter("", OptionalInt.of(52), Optional.of("F"), Optional.of("North"))))
        .isNotEmpty()
        .allMatch(row -> row.ageYears().getAsDouble() >= 52)
        .allMatch(row -> row.sex().equals(Optional.of("F")) && row.site().equals("North"));
  }

  @Test
  void films_are_found_by_their_zone_and_those_without_one_by_none() {
    // i % 4 is 2, i % 5 is not 0; i = 10 and 30 have no result.
    List<WorklistRow> grey = found(zone(Zone.GREY));

    assertThat(grey)
        .hasSize(8)
        .allMatch(row -> row.zone().equals(Optional.of(Zone.GREY)))
        .allMatch(row -> row.zoneWords().equals("Grey zone: a person decides"))
        .isSortedAccordingTo(Comparator.comparing(WorklistRow::arrivedAt).reversed());
    assertThat(found(zone(Zone.NO_FLAG))).hasSize(7).doesNotContainAnyElementsOf(grey);
    assertThat(found(WorklistFilter.of(WorklistGroup.FLAGGED)))
        .allMatch(row -> row.zone().isEmpty() && row.zoneWords().isEmpty());
  }

  private static WorklistFilter zone(Zone zone) {
    return new WorklistFilter(
        ALL.group(),
        ALL.from(),
        ALL.until(),
        ALL.ageFrom(),
        ALL.ageUntil(),
        ALL.sex(),
        ALL.site(),
        Optional.of(zone),
        ALL.read(),
        "");
  }

  @Test
  void days_ages_and_marks_narrow_the_list_together() {
    LocalDate third = LocalDate.of(2026, 1, 3);
    WorklistFilter filter =
        new WorklistFilter(
            Optional.empty(),
            Optional.of(third),
            Optional.of(third.plusDays(1)),
            OptionalInt.empty(),
            OptionalInt.of(52),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(false),
            "");

    // i % 10 is 2 or 3, i % 7 at most 2, i is 10 or more.
    assertThat(found(filter))
        .extracting(WorklistRow::accessionNumber)
        .containsExactlyInAnyOrder("A22", "A23");
  }

  @Test
  void words_are_found_by_their_beginnings_without_case_accents_and_punctuation() {
    assertThat(found(text("muller")))
        .extracting(WorklistRow::shownName)
        .containsExactly("Müller, Anna Maria");
    assertThat(found(text("MÜLL anna"))).hasSize(1);
    assertThat(found(text("müller phantom"))).isEmpty();
    assertThat(found(text("p-03"))).hasSize(2);
    assertThat(found(text("a1"))).hasSize(10);
    assertThat(found(text("%"))).hasSize(FILMS);
  }

  @Test
  void a_count_knows_every_group_the_unread_and_the_sites() {
    WorklistCounts counts = new WorklistCounter(database).counts();

    assertThat(counts.all()).isEqualTo(FILMS);
    assertThat(counts.of(WorklistGroup.FLAGGED)).isEqualTo(8);
    assertThat(counts.of(WorklistGroup.NOT_ASSESSABLE)).isEqualTo(8);
    assertThat(counts.of(WorklistGroup.WAITING)).isEqualTo(1);
    assertThat(counts.of(WorklistGroup.FAILED)).isZero();
    assertThat(counts.unread()).isEqualTo(30);
    assertThat(counts.sites()).containsExactly("North", "South");
  }

  private static List<WorklistRow> found(WorklistFilter filter) {
    return worklist.page(filter, WorklistOrder.NEWEST_FIRST, WorklistPlace.START, 100).rows();
  }

  private static WorklistFilter text(String text) {
    return filter(text, OptionalInt.empty(), Optional.empty(), Optional.empty());
  }

  private static WorklistFilter filter(
      String text, OptionalInt ageFrom, Optional<String> sex, Optional<String> site) {
    return new WorklistFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ageFrom,
        OptionalInt.empty(),
        sex,
        site,
        Optional.empty(),
        Optional.empty(),
        text);
  }
}
