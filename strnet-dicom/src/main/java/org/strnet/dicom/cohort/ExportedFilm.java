package org.strnet.dicom.cohort;

import java.util.List;
import java.util.Map;

/**
 * One row of the cohort file.
 *
 * @param values by column, every column of {@link #COLUMNS}, and those of the densitometry's table
 */
record ExportedFilm(Map<String, String> values) {

  static final List<String> COLUMNS =
      List.of(
          "image",
          "patient",
          "bone_status",
          "bone_loss",
          "t_score",
          "age",
          "sex",
          "height_m",
          "weight_kg",
          "bmi",
          "side",
          "view",
          "manufacturer",
          "model",
          "pixel_mm",
          "densitometry_days");
}
