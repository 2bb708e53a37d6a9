package org.strnet.server.page.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.strnet.server.result.KneeFinding;
import org.strnet.server.result.StoredResult;

/** The knees of a result as the viewer in the browser reads them. */
final class ViewerKnees {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ViewerKnees() {}

  /**
   * JSON: for each knee its name, decision, centre and width in fractions of the film, and where
   * its heat-map lies in film pixels.
   */
  static String json(StoredResult result) {
    List<Map<String, Object>> knees = new ArrayList<>();
    int picture = 0;
    for (int i = 0; i < result.knees().size(); i++) {
      KneeFinding knee = result.knees().get(i);
      Map<String, Object> described = new LinkedHashMap<>();
      described.put("name", KneeView.name(knee.side(), i, result.knees().size()));
      described.put("decision", knee.decision());
      described.put("cx", knee.cx());
      described.put("cy", knee.cy());
      described.put("width", knee.plateauWidth());
      if (knee.heat().isPresent()) {
        described.put("heat", heat(result, knee.heat().get(), picture));
        picture++;
      }
      knees.add(described);
    }
    try {
      return JSON.writeValueAsString(knees);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> heat(
      StoredResult result, KneeFinding.HeatPlace place, int picture) {
    return Map.of(
        "left", place.left(),
        "top", place.top(),
        "side", place.side(),
        "url", "/films/%s/heat/%s/%d".formatted(result.filmId(), result.id(), picture));
  }
}
