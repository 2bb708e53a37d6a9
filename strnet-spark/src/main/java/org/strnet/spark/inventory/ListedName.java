package org.strnet.spark.inventory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.strnet.dataset.ClinicalColumns;
import org.strnet.network.ClinicalVariables;
import org.strnet.provenance.BadInputException;

/**
 * The film that a line of a list names, relative to the list's folder where it is, and what the
 * line says of the patient.
 */
final class ListedName implements MapFunction<Row, Row> {

  private static final long serialVersionUID = 1;

  private final String folder;
  private final String list;

  /**
   * @param list the list: names are relative to its folder, as in a cohort file
   */
  ListedName(Path list) {
    this.folder = list.getParent().toString();
    this.list = list.getName();
  }

  /** A line, its name first, as a row of {@link FilmList#SCHEMA}. */
  @Override
  public Row call(Row line) {
    return RowFactory.create(place(line.getString(0)), ListedPatient.of(patient(line)).text());
  }

  /** What is wrong with a line; empty where nothing is. */
  String fault(Row line) {
    try {
      patient(line);
      return "";
    } catch (BadInputException e) {
      return e.getMessage().substring(e.source().length() + 2);
    }
  }

  private ClinicalVariables patient(Row line) {
    List<String> columns = List.of(line.schema().fieldNames());
    Map<String, String> values = new HashMap<>();
    for (int i = 1; i < line.size(); i++) {
      if (!line.isNullAt(i)) {
        values.put(columns.get(i), line.getString(i));
      }
    }
    return ClinicalColumns.of(list, values);
  }

  private String place(String name) {
    boolean absolute = name.startsWith("/") || name.matches("[A-Za-z][A-Za-z0-9+.-]+:/.*");
    return absolute ? name : new Path(folder, new Path(null, null, name)).toString();
  }
}
