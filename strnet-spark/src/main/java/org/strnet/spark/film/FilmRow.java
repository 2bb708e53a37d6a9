package org.strnet.spark.film;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** A row of the results while it is filled. */
final class FilmRow {

  private final Map<Column, Object> values = new EnumMap<>(Column.class);

  FilmRow with(Column column, Object value) {
    values.put(column, value);
    return this;
  }

  FilmRow with(Column column, Optional<?> value) {
    value.ifPresent(known -> values.put(column, known));
    return this;
  }

  FilmRow outcome(FilmOutcome outcome, String reason, String detail) {
    return with(Column.OUTCOME, outcome.code())
        .with(Column.REASON, reason)
        .with(Column.DETAIL, detail);
  }

  Row row() {
    return RowFactory.create(Arrays.stream(Column.values()).map(values::get).toArray());
  }
}
