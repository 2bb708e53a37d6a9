package org.strnet.spark.command;

import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Spark as this program uses it: embedded, or the cluster that is named. */
final class ArchiveSession {

  /** Set by the launcher: the jars that a cluster does not have. */
  static final String APPLICATION_JARS = "strnet.archive.jars";

  private static final String EMBEDDED = "local[*]";
  private static final String MASTER = "spark.master";

  /** Where the user's own settings say nothing. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "spark.app.name", "strnet archive",
          // A film that ends its process costs up to two tries before it is put off.
          "spark.task.maxFailures", "8",
          "spark.ui.showConsoleProgress", "false",
          "spark.sql.session.timeZone", "UTC",
          // A table that is written once and read by others needs no legacy forms.
          "spark.sql.parquet.compression.codec", "zstd");

  private ArchiveSession() {}

  /**
   * Opens it.
   *
   * @param master where to run; empty for what {@code spark-submit} says, else embedded
   * @param settings the user's, by Spark's names
   */
  static SparkSession open(Optional<String> master, Map<String, String> settings) {
    SparkConf conf = new SparkConf();
    master.ifPresent(conf::setMaster);
    conf.setIfMissing(MASTER, EMBEDDED);
    settings.forEach(conf::set);
    DEFAULTS.forEach(conf::setIfMissing);
    if (isOneProcess(conf.get(MASTER))) {
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      // Compiling its queries would cost one process more than they take, for a million rows too.
      conf.setIfMissing("spark.sql.codegen.wholeStage", "false");
      conf.setIfMissing("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    } else {
      Optional.ofNullable(System.getProperty(APPLICATION_JARS))
          .ifPresent(jars -> conf.setIfMissing("spark.jars", jars));
    }
    SparkSession session = SparkSession.builder().config(conf).getOrCreate();
    // Small batches need no 200 parts.
    if (!conf.contains("spark.sql.shuffle.partitions")) {
      int cores = session.sparkContext().defaultParallelism();
      session.conf().set("spark.sql.shuffle.partitions", 2L * cores);
    }
    return session;
  }

  private static boolean isOneProcess(String master) {
    return master.equals("local") || master.startsWith("local[");
  }
}
