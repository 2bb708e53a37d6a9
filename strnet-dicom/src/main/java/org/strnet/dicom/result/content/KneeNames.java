package org.strnet.dicom.result.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.strnet.dicom.film.BodySide;
import org.strnet.knee.KneeRegion;

/** How the knees of a film are called: by their side where it is known, else by their place. */
public final class KneeNames {

  private KneeNames() {}

  /** Names of scored knees, all different. */
  public static List<String> of(List<Optional<BodySide>> sides) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < sides.size(); i++) {
      String name = name(sides.get(i), i, sides.size());
      names.add(names.contains(name) ? name + " (" + place(i) + ")" : name);
    }
    return names;
  }

  /** A knee that was left out, whose side is not recorded. */
  public static String leftOut(KneeRegion region) {
    return "Knee at %d %% of the film's width".formatted(Math.round(100 * region.cx()));
  }

  private static String name(Optional<BodySide> side, int index, int count) {
    if (side.isPresent() && side.get() != BodySide.BOTH) {
      return side.get() == BodySide.RIGHT ? "Right knee" : "Left knee";
    }
    return count == 1 ? "Knee" : "Knee " + place(index);
  }

  private static String place(int index) {
    return (index + 1) + " from the picture's left";
  }
}
