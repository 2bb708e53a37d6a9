package org.strnet.server.quality.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Films that are watched together, in the order of their arrival.
 *
 * @param kind what they have in common
 * @param name of the site or device
 * @param films of it
 */
public record FilmStream(Kind kind, String name, List<MonitoredFilm> films) {

  /** What the films of a stream have in common. */
  public enum Kind {
    /** Nothing: all films. */
    ALL,
    /** The site. */
    SITE,
    /** Maker and model of the device. */
    DEVICE
  }

  /** Films that name no site or device. */
  public static final String UNNAMED = "not named";

  /** Copies the list. */
  public FilmStream {
    films = List.copyOf(films);
  }

  /** All films, or one stream for each site or device, by name. */
  public static List<FilmStream> of(List<MonitoredFilm> films, Kind kind) {
    return switch (kind) {
      case ALL -> List.of(new FilmStream(kind, "All films", films));
      case SITE -> grouped(films, kind, MonitoredFilm::site);
      case DEVICE -> grouped(films, kind, MonitoredFilm::device);
    };
  }

  private static List<FilmStream> grouped(
      List<MonitoredFilm> films, Kind kind, Function<MonitoredFilm, String> name) {
    Map<String, List<MonitoredFilm>> groups =
        films.stream()
            .collect(
                Collectors.groupingBy(
                    film -> name.apply(film).isEmpty() ? UNNAMED : name.apply(film),
                    TreeMap::new,
                    Collectors.toList()));
    List<FilmStream> streams = new ArrayList<>();
    groups.forEach((key, members) -> streams.add(new FilmStream(kind, key, members)));
    return streams;
  }
}
