package org.strnet.spark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.strnet.spark.film.Column;

/** Rows of results for tests. */
public final class Rows {

  private final Map<Column, Object> values = new EnumMap<>(Column.class);

  private Rows() {}

  /** A row that says a film was assessed. */
  public static Rows assessed(String key) {
    return new Rows().with(Column.FILM_KEY, key).with(Column.OUTCOME, "assessed");
  }

  /** The same with a value. */
  public Rows with(Column column, Object value) {
    values.put(column, value);
    return this;
  }

  /** The row. */
  public Row row() {
    List<Object> row = new ArrayList<>();
    for (Column column : Column.values()) {
      row.add(values.get(column));
    }
    return RowFactory.create(row.toArray());
  }

  /** Rows as a table. */
  public static Dataset<Row> table(List<Rows> rows) {
    return Embedded.spark().createDataFrame(rows.stream().map(Rows::row).toList(), Column.schema());
  }
}
