package org.strnet.dicom.result.series;

import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;

/**
 * The signs by which an object is known as ours, whatever names a site gives its devices: the
 * contribution's description in the Contributing Equipment Sequence (0018,A001), and the beginning
 * of the Series Description (0008,103E). One suffices, since archives may change either.
 */
public final class ResultMark {

  /** Begins every Series Description of ours. */
  static final String NAME = "STR-Net";

  /** Begins the Contribution Description (0018,A003) of ours. */
  static final String CONTRIBUTION = "STR-Net result made by ";

  private ResultMark() {}

  /** Whether a data set carries one of the signs. */
  public static boolean isOn(Attributes dataset) {
    return isContributor(dataset.getSequence(Tag.ContributingEquipmentSequence))
        || isSeriesOfOurs(dataset);
  }

  private static boolean isContributor(List<Attributes> equipment) {
    return equipment != null
        && equipment.stream()
            .anyMatch(
                item -> item.getString(Tag.ContributionDescription, "").startsWith(CONTRIBUTION));
  }

  /** No film has these modalities, so that a site's own series names cannot hide one. */
  private static boolean isSeriesOfOurs(Attributes dataset) {
    String modality = dataset.getString(Tag.Modality, "");
    String description = dataset.getString(Tag.SeriesDescription, "");
    for (ResultClass result : ResultClass.values()) {
      if (result.modality().equals(modality) && description.equals(result.seriesDescription())) {
        return true;
      }
    }
    return false;
  }
}
