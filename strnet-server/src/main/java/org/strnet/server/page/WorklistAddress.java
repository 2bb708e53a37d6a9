package org.strnet.server.page;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import org.strnet.decision.Zone;
import org.strnet.server.worklist.WorklistFilter;
import org.strnet.server.worklist.WorklistGroup;
import org.strnet.server.worklist.WorklistOrder;
import org.strnet.server.worklist.WorklistPlace;
import org.strnet.server.worklist.WorklistSort;

/**
 * What the address of the worklist says, and the addresses of its neighbours. Public because
 * templates see no other methods.
 *
 * @param filter which films
 * @param order in which order
 * @param place from where on
 */
public record WorklistAddress(WorklistFilter filter, WorklistOrder order, WorklistPlace place) {

  private static final int OLDEST = 150;

  /**
   * Reads an address.
   *
   * @throws ResponseStatusException 400 when a value is none of those its name may have
   */
  static WorklistAddress of(Map<String, String> query) {
    Query values = new Query(query);
    WorklistFilter filter =
        new WorklistFilter(
            values.text("show").map(code -> known("show", WorklistGroup.of(code))),
            values.day("from"),
            values.day("until"),
            values.age("age_from"),
            values.age("age_until"),
            values.text("sex").map(sex -> known("sex", Optional.of(sex).filter(Query::isSex))),
            values.text("site"),
            values.text("zone").map(code -> known("zone", Zone.ofCode(code))),
            values.text("read").map(read -> known("read", Query.yesOrNo(read))),
            values.text("text").orElse(""));
    WorklistOrder order =
        values
            .text("sort")
            .map(code -> known("sort", WorklistSort.of(code)))
            .map(sort -> new WorklistOrder(sort, !values.text("order").equals(Optional.of("asc"))))
            .orElse(WorklistOrder.NEWEST_FIRST);
    WorklistPlace place =
        values
            .text("after")
            .map(WorklistPlace::after)
            .or(() -> values.text("before").map(WorklistPlace::before))
            .orElse(WorklistPlace.START);
    return new WorklistAddress(filter, order, place);
  }

  private static <T> T known(String name, Optional<T> value) {
    return value.orElseThrow(() -> bad(name));
  }

  private static ResponseStatusException bad(String name) {
    return new ResponseStatusException(
        HttpStatus.BAD_REQUEST, name + " has a value that it cannot have");
  }

  /** The first page. */
  public String start() {
    return address(order, WorklistPlace.START);
  }

  /** This page. */
  public String here() {
    return address(order, place);
  }

  /** The page after a film. */
  public String after(String film) {
    return address(order, WorklistPlace.after(film));
  }

  /** The page before a film. */
  public String before(String film) {
    return address(order, WorklistPlace.before(film));
  }

  /** The first page in another order; a column that is sorted by already turns round. */
  public String sorted(WorklistSort sort) {
    boolean descending = order.sort() != sort || !order.descending();
    return address(new WorklistOrder(sort, descending), WorklistPlace.START);
  }

  /** What a column of the table says of its order to a screen reader. */
  public String direction(WorklistSort sort) {
    return order.sort() != sort ? "none" : order.descending() ? "descending" : "ascending";
  }

  /** What the address holds besides the place, by name. */
  public Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    filter.group().ifPresent(group -> fields.put("show", group.code()));
    filter.from().ifPresent(day -> fields.put("from", day.toString()));
    filter.until().ifPresent(day -> fields.put("until", day.toString()));
    filter.ageFrom().ifPresent(age -> fields.put("age_from", Integer.toString(age)));
    filter.ageUntil().ifPresent(age -> fields.put("age_until", Integer.toString(age)));
    filter.sex().ifPresent(sex -> fields.put("sex", sex));
    filter.site().ifPresent(site -> fields.put("site", site));
    filter.zone().ifPresent(zone -> fields.put("zone", zone.code()));
    filter.read().ifPresent(read -> fields.put("read", read ? "yes" : "no"));
    if (!filter.text().isEmpty()) {
      fields.put("text", filter.text());
    }
    return fields;
  }

  private String address(WorklistOrder by, WorklistPlace from) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/");
    Map<String, String> fields = fields();
    if (!by.equals(WorklistOrder.NEWEST_FIRST)) {
      fields.put("sort", by.sort().code());
      fields.put("order", by.descending() ? "desc" : "asc");
    }
    from.film().ifPresent(film -> fields.put(from.backwards() ? "before" : "after", film));
    fields.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
    return address.encode().buildAndExpand(fields).toUriString();
  }

  /** The values of a query by name; an empty one counts as none. */
  private record Query(Map<String, String> values) {

    static boolean isSex(String text) {
      return text.matches("[FMO]");
    }

    static Optional<Boolean> yesOrNo(String text) {
      return Optional.of(text).filter(it -> it.matches("yes|no")).map("yes"::equals);
    }

    Optional<String> text(String name) {
      return Optional.ofNullable(values.get(name)).map(String::strip).filter(it -> !it.isEmpty());
    }

    Optional<LocalDate> day(String name) {
      try {
        return text(name).map(LocalDate::parse);
      } catch (DateTimeParseException e) {
        throw bad(name);
      }
    }

    OptionalInt age(String name) {
      Optional<String> text = text(name);
      if (text.isEmpty()) {
        return OptionalInt.empty();
      }
      if (!text.get().matches("\\d{1,3}") || Integer.parseInt(text.get()) > OLDEST) {
        throw bad(name);
      }
      return OptionalInt.of(Integer.parseInt(text.get()));
    }
  }
}
