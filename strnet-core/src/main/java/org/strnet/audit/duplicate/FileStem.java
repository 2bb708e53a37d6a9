package org.strnet.audit.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What is left of a file name without the words for an augmentation or a copy: {@code k012_rot90},
 * {@code k012 (1)}, {@code aug_3_k012} and {@code Copy of k012} all come from {@code k012}.
 *
 * @param stem the rest, in lower case
 * @param changed whether a word was taken away
 */
public record FileStem(String stem, boolean changed) {

  private static final Pattern NUMBERED_COPY = Pattern.compile("\\s*\\(\\d+\\)$");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s_.\\-]+");

  /** Words that augmentation programs and file managers write into names. */
  private static final Pattern WORD =
      Pattern.compile(
          "(aug(mented)?|rot(at(ed|ion|e))?|h?v?flip(ped)?|mirror(ed)?|copy|kopie|crop(ped)?"
              + "|bright(ness)?|dark(er)?|noisy?|blur(red)?|contrast|gamma|scaled?|zoom(ed)?"
              + "|shift(ed)?|translated?|shear(ed)?|resized?|clahe|jitter|sharp(en(ed)?)?)[+\\-]?\\d*");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(deg)?|[hv]|lr|ud");

  /** The stem of an image's name; folders and what follows the last dot do not count. */
  public static FileStem of(String image) {
    String name = image.substring(Math.max(image.lastIndexOf('/'), image.lastIndexOf('\\')) + 1);
    int dot = name.lastIndexOf('.');
    String bare = (dot > 0 ? name.substring(0, dot) : name).toLowerCase(Locale.ROOT);
    String uncopied = NUMBERED_COPY.matcher(bare).replaceFirst("");
    List<String> kept = new ArrayList<>();
    boolean after = false;
    for (String word : SEPARATORS.splitAsStream(uncopied).toList()) {
      boolean taken =
          WORD.matcher(word).matches()
              || (after && (NUMBER.matcher(word).matches() || word.equals("of")));
      if (!taken) {
        kept.add(word);
      }
      after = taken;
    }
    String stem = String.join("_", kept);
    return stem.isEmpty()
        ? new FileStem(bare, false)
        : new FileStem(stem, kept.size() < words(bare) || !uncopied.equals(bare));
  }

  private static long words(String name) {
    return SEPARATORS.splitAsStream(name).count();
  }

  /** Indices of images of one stem, at least one of which was changed; groups of two and more. */
  public static List<List<Integer>> families(List<String> images) {
    Map<String, List<Integer>> ofStem = new TreeMap<>();
    Map<String, Boolean> changed = new TreeMap<>();
    for (int i = 0; i < images.size(); i++) {
      FileStem stem = of(images.get(i));
      ofStem.computeIfAbsent(stem.stem, key -> new ArrayList<>()).add(i);
      changed.merge(stem.stem, stem.changed, Boolean::logicalOr);
    }
    return ofStem.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1 && changed.getOrDefault(entry.getKey(), false))
        .map(entry -> List.copyOf(entry.getValue()))
        .toList();
  }
}
