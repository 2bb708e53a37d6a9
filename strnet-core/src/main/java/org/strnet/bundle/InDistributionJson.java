package org.strnet.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.Arrays;
import org.strnet.network.FeatureDistribution;
import org.strnet.network.FeatureDistribution.Basis;
import org.strnet.network.FeatureDistribution.Limit;

/**
 * Statistics of the training films in {@code bundle.json}. The key stands only in a bundle that has
 * them, which an older program refuses.
 */
final class InDistributionJson {

  static final String KEY = "in_distribution";

  private InDistributionJson() {}

  static void write(ObjectNode json, FeatureDistribution statistics) {
    json.put("films", statistics.films());
    json.putRawValue("means", line(statistics.means()));
    json.putRawValue("spreads", line(statistics.spreads()));
    Limit limit = statistics.limit();
    json.putObject("limit")
        .put("distance", limit.distance())
        .put("films", limit.films())
        .put("passing", limit.passing())
        .put("basis", limit.basis().code());
  }

  static FeatureDistribution read(StrictJson json) {
    return new FeatureDistribution(
        json.count("films"),
        json.numbers("means"),
        json.numbers("spreads"),
        json.object("limit", InDistributionJson::limit));
  }

  private static Limit limit(StrictJson json) {
    return new Limit(
        json.number("distance"),
        json.count("films"),
        json.count("passing"),
        json.option("basis", Basis.values(), Basis::code));
  }

  /** A thousand numbers on one line, not on a thousand. */
  private static RawValue line(double[] numbers) {
    return new RawValue(Arrays.toString(numbers));
  }
}
