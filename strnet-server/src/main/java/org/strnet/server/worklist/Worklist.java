package org.strnet.server.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.strnet.decision.Zone;
import org.strnet.server.film.SearchWords;

/**
 * Pages of the list. A page is sought from its neighbour in the order of an index, so that the last
 * page of 100 000 films costs what the first does.
 *
 * <p>The list has two stretches: films of which the sorted value is known, then those of which it
 * is not. Of equal values the identifier decides, against the direction of the values, so that one
 * index serves both directions.
 */
@Component
public class Worklist {

  private static final String COLUMNS =
      "id, patient_name, patient_id, accession_number, sex, age_years, study_date, site,"
          + " arrived_at, read_at, state, outcome, reason, decision, bone_loss, t_score,"
          + " zone, reading";

  /** Films with a word in common that are rather sorted than looked for in the list's order. */
  private static final int FEW = 2000;

  private final JdbcClient database;

  Worklist(JdbcClient database) {
    this.database = database;
  }

  /** A film as the list shows it. */
  public Optional<WorklistRow> row(String film) {
    return database
        .sql("select " + COLUMNS + " from film where id = ?")
        .param(film)
        .query(Worklist::read)
        .optional();
  }

  /**
   * One page.
   *
   * @param place where it begins; the first page where its film is no longer there
   * @param size most rows of it
   */
  public WorklistPart page(
      WorklistFilter filter, WorklistOrder order, WorklistPlace place, int size) {
    Optional<Neighbour> neighbour = place.film().flatMap(film -> neighbour(film, order.sort()));
    boolean backwards = place.backwards() && neighbour.isPresent();
    Words words = words(filter.text());
    List<WorklistRow> rows = new ArrayList<>();
    for (boolean known : stretches(order.sort(), backwards)) {
      if (neighbour.isPresent() && isPassed(known, neighbour.get(), backwards)) {
        continue;
      }
      Conditions conditions = words.on(Conditions.of(filter));
      boolean down = order.descending() != backwards;
      String by = shared(filter, order.sort(), known, down);
      by += stretch(conditions, order.sort(), known, down, neighbour);
      rows.addAll(query(conditions, by, size + 1 - rows.size()));
    }
    boolean more = rows.size() > size;
    List<WorklistRow> shown = rows.subList(0, Math.min(size, rows.size()));
    if (backwards) {
      Collections.reverse(shown);
    }
    return new WorklistPart(
        shown, backwards ? more : neighbour.isPresent(), backwards ? !shown.isEmpty() : more);
  }

  /** The film beside which a page begins, with its sorted value if it is known. */
  private record Neighbour(String id, Optional<Object> value) {}

  /** What is looked for, by how often it is found; databases guess that badly. */
  private record Words(List<String> rare, List<String> frequent) {

    Conditions on(Conditions conditions) {
      rare.forEach(conditions::rareWord);
      frequent.forEach(conditions::frequentWord);
      return conditions;
    }
  }

  private Words words(String text) {
    Map<Boolean, List<String>> byRarity =
        SearchWords.of(text).stream().collect(Collectors.partitioningBy(this::isRare));
    return new Words(byRarity.get(true), byRarity.get(false));
  }

  private boolean isRare(String word) {
    return database
            .sql(
                "select count(*) from (select film_id from film_word where word >= ? and word <= ?"
                    + " fetch next ? rows only) as found")
            .params(word, SearchWords.lastOf(word), FEW + 1)
            .query(Integer.class)
            .single()
        <= FEW;
  }

  private Optional<Neighbour> neighbour(String film, WorklistSort sort) {
    return database
        .sql("select id, " + sort.column() + " from film where id = ?")
        .param(film)
        .query(
            (row, number) -> new Neighbour(row.getString(1), Optional.ofNullable(value(row, sort))))
        .optional();
  }

  private static @Nullable Object value(ResultSet row, WorklistSort sort) throws SQLException {
    return sort == WorklistSort.ARRIVED ? row.getTimestamp(2) : row.getObject(2);
  }

  private static List<Boolean> stretches(WorklistSort sort, boolean backwards) {
    if (!sort.mayBeUnknown()) {
      return List.of(true);
    }
    return backwards ? List.of(false, true) : List.of(true, false);
  }

  /** Whether the film beside which the page begins stands in the other stretch, further on. */
  private static boolean isPassed(boolean known, Neighbour neighbour, boolean backwards) {
    return known != backwards && known != neighbour.value().isPresent();
  }

  /**
   * Columns that are the same in all rows and stand first in an index. Naming them changes nothing
   * of the order, and lets H2 read the rows in it instead of sorting all of them.
   */
  private static String shared(
      WorklistFilter filter, WorklistSort sort, boolean known, boolean down) {
    boolean arrived = sort == WorklistSort.ARRIVED;
    List<String> columns = List.of();
    if (known && filter.group().isPresent() && (arrived || sort == WorklistSort.PROBABILITY)) {
      columns = List.of("outcome", "decision");
    } else if (arrived && filter.zone().isPresent()) {
      columns = List.of("zone");
    } else if (arrived && filter.site().isPresent()) {
      columns = List.of("site");
    } else if (arrived && filter.read().equals(Optional.of(false))) {
      columns = List.of("read_at");
    }
    return columns.stream()
        .map(column -> column + (down ? ", " : " desc, "))
        .collect(Collectors.joining());
  }

  /** Adds the conditions of a stretch and gives its order. */
  private static String stretch(
      Conditions conditions,
      WorklistSort sort,
      boolean known,
      boolean down,
      Optional<Neighbour> neighbour) {
    String column = sort.column();
    if (!known) {
      conditions.add(column + " is null");
      neighbour
          .filter(it -> it.value().isEmpty())
          .ifPresent(it -> conditions.add(down ? "id > ?" : "id < ?", it.id()));
      return down ? "id" : "id desc";
    }
    if (sort.mayBeUnknown()) {
      conditions.add(column + " is not null");
    }
    neighbour
        .filter(it -> it.value().isPresent())
        .ifPresent(it -> beyond(conditions, column, down, it.value().get(), it.id()));
    return down ? column + " desc, id" : column + ", id desc";
  }

  /** The first condition says no more than the second, but finds its place in the index. */
  private static void beyond(
      Conditions conditions, String column, boolean down, Object value, String id) {
    conditions.add(column + (down ? " <= ?" : " >= ?"), value);
    conditions.add(
        down ? "(" + column + " < ? or id > ?)" : "(" + column + " > ? or id < ?)", value, id);
  }

  private List<WorklistRow> query(Conditions conditions, String by, int most) {
    return most == 0
        ? List.of()
        : database
            .sql(
                "select "
                    + COLUMNS
                    + " from film"
                    + conditions.sql()
                    + " order by "
                    + by
                    + " fetch next "
                    + most
                    + " rows only")
            .params(conditions.parameters())
            .query(Worklist::read)
            .list();
  }

  private static WorklistRow read(ResultSet row, int number) throws SQLException {
    Optional<String> outcome = Optional.ofNullable(row.getString("outcome"));
    Optional<String> decision = Optional.ofNullable(row.getString("decision"));
    return new WorklistRow(
        row.getString("id"),
        row.getString("patient_name"),
        row.getString("patient_id"),
        row.getString("accession_number"),
        Optional.ofNullable(row.getString("sex")),
        number(row, "age_years"),
        Optional.ofNullable(row.getDate("study_date")).map(java.sql.Date::toLocalDate),
        row.getString("site"),
        row.getTimestamp("arrived_at").toInstant(),
        row.getTimestamp("read_at") != null,
        row.getString("state").equals("DONE"),
        WorklistGroup.of(outcome, decision),
        Optional.ofNullable(row.getString("reason")),
        number(row, "bone_loss"),
        number(row, "t_score"),
        Optional.ofNullable(row.getString("zone")).flatMap(Zone::ofCode),
        Optional.ofNullable(row.getString("reading")));
  }

  private static OptionalDouble number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
