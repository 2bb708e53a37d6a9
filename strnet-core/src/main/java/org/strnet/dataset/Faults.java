package org.strnet.dataset;

import java.util.ArrayList;
import java.util.List;
import org.strnet.provenance.BadInputException;

/** Collects what is wrong with a file, so that a user sees all of it at once. */
final class Faults {

  private static final int SHOWN = 20;

  private final boolean numbered;
  private final List<String> found = new ArrayList<>();

  /** Of a file whose rows have numbers. */
  Faults() {
    this(true);
  }

  private Faults(boolean numbered) {
    this.numbered = numbered;
  }

  /** Of a row whose number is not known. */
  static Faults ofOneRow() {
    return new Faults(false);
  }

  /** Notes a fault of a row; rows count from the header, which is row 1. */
  void add(int row, String rule) {
    found.add(numbered ? "row " + row + ": " + rule : rule);
  }

  /** Throws if there is a fault. */
  void refuse(String source) {
    if (!found.isEmpty()) {
      throw new BadInputException(source, join(found));
    }
  }

  /** The first faults, a line each, and how many more there are. */
  static String join(List<String> faults) {
    if (faults.size() == 1) {
      return faults.get(0);
    }
    StringBuilder text = new StringBuilder(faults.size() + " faults");
    faults.stream().limit(SHOWN).forEach(fault -> text.append("\n  ").append(fault));
    if (faults.size() > SHOWN) {
      text.append("\n  and ").append(faults.size() - SHOWN).append(" more");
    }
    return text.toString();
  }
}
