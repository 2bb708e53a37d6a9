package org.strnet.spark.summary;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;

import java.util.Comparator;
import org.apache.spark.sql.Column;

/** What films are grouped by. */
enum Grouping {
  /** Institution Name. */
  SITE("Site"),
  /** Manufacturer and model. */
  DEVICE("Device"),
  /** Ten years of age. */
  AGE("Age"),
  /** Patient's Sex. */
  SEX("Sex"),
  /** Year the film was taken. */
  YEAR("Year");

  private static final int BAND = 10;
  private static final String NOT_STATED = "not stated";

  private final String title;

  Grouping(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /**
   * How groups stand on a page: ages and years as they follow one another, others by their size;
   * those of which nothing is stated come last.
   */
  Comparator<GroupPositivity> order() {
    Comparator<GroupPositivity> byName = Comparator.comparing(GroupPositivity::group);
    Comparator<GroupPositivity> stated =
        Comparator.comparing(group -> group.group().equals(NOT_STATED));
    return switch (this) {
      case AGE -> stated.thenComparing(group -> group.group().length()).thenComparing(byName);
      case YEAR -> stated.thenComparing(byName);
      case SITE, DEVICE, SEX ->
          stated
              .thenComparing(Comparator.comparingLong(GroupPositivity::films).reversed())
              .thenComparing(byName);
    };
  }

  /** The group of a row. */
  Column group() {
    return coalesce(stated(), lit(NOT_STATED));
  }

  private Column stated() {
    return switch (this) {
      case SITE -> col("site");
      case DEVICE -> col("device");
      case AGE -> band();
      case SEX -> col("sex");
      case YEAR -> col("year").cast("string");
    };
  }

  private static Column band() {
    Column first = floor(col("age").divide(lit(BAND))).multiply(lit(BAND)).cast("int");
    return concat(first.cast("string"), lit(" to "), first.plus(BAND - 1).cast("string"));
  }
}
