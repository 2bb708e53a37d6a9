package org.strnet.spark.film;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of the results, one row per film; empty where there is nothing to say. */
public enum Column {
  /** What the ledger knows the film by. */
  FILM_KEY(Kind.TEXT),
  /** The film's place, or its pseudonym. */
  FILM(Kind.TEXT),
  /** SOP Instance UID, or its pseudonym. */
  SOP_INSTANCE_UID(Kind.TEXT),
  /** Study Instance UID, or its pseudonym. */
  STUDY_INSTANCE_UID(Kind.TEXT),
  /** Patient ID, or its pseudonym. */
  PATIENT(Kind.TEXT),
  /** Day the film was taken. */
  TAKEN(Kind.DAY),
  /** Institution Name. */
  SITE(Kind.TEXT),
  /** Manufacturer and model. */
  DEVICE(Kind.TEXT),
  /** Whole years, as the list says, else the header. */
  AGE(Kind.WHOLE),
  /** F or M, as the list says, else the header. */
  SEX(Kind.TEXT),
  /** View Position. */
  VIEW(Kind.TEXT),
  /** Image Laterality, else Laterality. */
  LATERALITY(Kind.TEXT),
  /** Size of the file. */
  BYTES(Kind.COUNT),
  /** SHA-256 of the encoded pixels; of the whole file where it is a picture. */
  PIXEL_HASH(Kind.TEXT),
  /** {@link FilmOutcome}. */
  OUTCOME(Kind.TEXT),
  /** Coded reason where the film was not assessed. */
  REASON(Kind.TEXT),
  /** One sentence on the reason; never patient data. */
  DETAIL(Kind.TEXT),
  /** Key of the film that this one is a copy of. */
  DUPLICATE_OF(Kind.TEXT),
  /** Scored knees. */
  KNEES(Kind.WHOLE),
  /** Probability of bone loss of the worst knee, 0 to 1. */
  P_BONE_LOSS(Kind.REAL),
  /** Probability of osteoporosis given bone loss of that knee, 0 to 1. */
  P_OSTEOPOROSIS_GIVEN_LOSS(Kind.REAL),
  /** Probability of no bone loss, 0 to 1. */
  P_NORMAL(Kind.REAL),
  /** Probability of osteopenia, 0 to 1. */
  P_OSTEOPENIA(Kind.REAL),
  /** Probability of osteoporosis, 0 to 1. */
  P_OSTEOPOROSIS(Kind.REAL),
  /** Estimated T-score, in SD. */
  T_SCORE(Kind.REAL),
  /** Lower limit of its interval. */
  T_LOW(Kind.REAL),
  /** Upper limit of its interval. */
  T_HIGH(Kind.REAL),
  /** refer or not_flagged; the latter does not rule out bone loss. */
  DECISION(Kind.TEXT),
  /** Zone of the bundle's three-zone reading; empty where the bundle has none. */
  ZONE(Kind.TEXT),
  /** How sure the knee finder is of that knee, 0 to 1. */
  KNEE_CONFIDENCE(Kind.REAL),
  /** Sentences that a reader of the result must see. */
  NOTICES(Kind.TEXT),
  /** Milliseconds to fetch the file. */
  READ_MS(Kind.COUNT),
  /** Milliseconds from bytes to result. */
  SCREEN_MS(Kind.COUNT),
  /** Name of the bundle. */
  BUNDLE(Kind.TEXT),
  /** Identity of the bundle. */
  BUNDLE_SHA256(Kind.TEXT),
  /** Threshold of the operating point. */
  THRESHOLD(Kind.REAL),
  /** Its floor of sensitivity. */
  FLOOR(Kind.REAL),
  /** Its rule. */
  RULE(Kind.TEXT),
  /** Year the film was taken: the results are partitioned by it. */
  YEAR(Kind.WHOLE);

  private enum Kind {
    TEXT,
    DAY,
    WHOLE,
    COUNT,
    REAL
  }

  private final Kind kind;

  Column(Kind kind) {
    this.kind = kind;
  }

  /** The column's name in the results. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All columns in their order. */
  public static StructType schema() {
    List<StructField> fields = new ArrayList<>();
    for (Column column : values()) {
      fields.add(DataTypes.createStructField(column.code(), column.type(), true));
    }
    return DataTypes.createStructType(fields);
  }

  private DataType type() {
    return switch (kind) {
      case TEXT -> DataTypes.StringType;
      case DAY -> DataTypes.DateType;
      case WHOLE -> DataTypes.IntegerType;
      case COUNT -> DataTypes.LongType;
      case REAL -> DataTypes.DoubleType;
    };
  }
}
