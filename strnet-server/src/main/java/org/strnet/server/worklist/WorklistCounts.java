package org.strnet.server.worklist;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many films there are.
 *
 * @param groups of each group
 * @param unread that nobody opened
 * @param sites institutions that films came from, in order
 */
public record WorklistCounts(Map<WorklistGroup, Long> groups, long unread, List<String> sites) {

  /** Copies the collections; a group that is missing has none. */
  public WorklistCounts {
    Map<WorklistGroup, Long> all = new EnumMap<>(WorklistGroup.class);
    for (WorklistGroup group : WorklistGroup.values()) {
      all.put(group, groups.getOrDefault(group, 0L));
    }
    groups = Map.copyOf(all);
    sites = List.copyOf(sites);
  }

  /** Films in all. */
  public long all() {
    return groups.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Films of a group. */
  public long of(WorklistGroup group) {
    return groups.getOrDefault(group, 0L);
  }
}
