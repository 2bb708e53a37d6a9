package org.strnet.audit.duplicate;

/** Things that belong together because each is joined to another: components of a graph. */
public final class Components {

  private final int[] parents;

  /** Nothing is joined yet. */
  public Components(int things) {
    parents = new int[things];
    for (int i = 0; i < things; i++) {
      parents[i] = i;
    }
  }

  /** Joins two things. */
  public void join(int a, int b) {
    int first = root(a);
    int second = root(b);
    parents[Math.max(first, second)] = Math.min(first, second);
  }

  /** For each thing the first of its component. */
  public int[] firsts() {
    int[] firsts = new int[parents.length];
    for (int i = 0; i < firsts.length; i++) {
      firsts[i] = root(i);
    }
    return firsts;
  }

  private int root(int thing) {
    int at = thing;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }
}
