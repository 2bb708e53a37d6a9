package org.strnet.spark.ledger;

import java.util.List;
import java.util.Locale;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** How results are written. */
public enum ResultFormat {
  /** Apache Parquet. */
  PARQUET,
  /** CSV with a line of names. */
  CSV;

  /** As written in the settings, and the name of Spark's data source. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Writes rows below a new folder, one below another per value of a column. */
  public void write(Dataset<Row> rows, String partition, Path folder) {
    rows.write()
        .format(code())
        .option("header", true)
        .partitionBy(partition)
        .save(folder.toString());
  }

  /** Reads folders that {@link #write} wrote. */
  public Dataset<Row> read(SparkSession spark, StructType schema, List<Path> folders, Path base) {
    return spark
        .read()
        .format(code())
        .option("header", true)
        .option("basePath", base.toString())
        .schema(schema)
        .load(folders.stream().map(Path::toString).toArray(String[]::new));
  }
}
