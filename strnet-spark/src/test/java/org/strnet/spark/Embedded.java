package org.strnet.spark;

import org.apache.spark.sql.SparkSession;

/** Spark in the process of the tests, opened once. */
public final class Embedded {

  private static final SparkSession SPARK =
      SparkSession.builder()
          .master("local[2]")
          .appName("tests")
          .config("spark.ui.enabled", false)
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.sql.shuffle.partitions", 2)
          .config("spark.sql.session.timeZone", "UTC")
          // As the command has it in one process.
          .config("spark.sql.codegen.wholeStage", false)
          .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
          .getOrCreate();

  private Embedded() {}

  /** The session. */
  public static SparkSession spark() {
    return SPARK;
  }
}
