package org.strnet.training.export;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.strnet.pixels.PixelSpecification;
import org.strnet.training.network.StrNetSettings;

/** What a file says of the network in it. */
final class Description {

  private Description() {}

  /** Settings of the network and of its pixels, by key. */
  static Map<String, String> of(StrNetSettings settings, PixelSpecification pixels) {
    Map<String, String> known = new TreeMap<>();
    known.put("use", "research use only");
    known.put("network.backbone", word(settings.backbone()));
    known.put("network.width_multiplier", Double.toString(settings.widthMultiplier()));
    known.put("network.neck_width", Integer.toString(settings.neckWidth()));
    known.put("network.routing", word(settings.routing()));
    known.put("network.experts", Integer.toString(settings.experts()));
    known.put("network.stage_moments", Boolean.toString(settings.stageMoments()));
    known.put("network.clinical_inputs", Integer.toString(settings.clinical().inputs()));
    known.put("network.clinical_heads", word(settings.clinical().heads()));
    known.put("network.clinical_path", word(settings.clinical().path()));
    known.put("pixels.input_size", Integer.toString(pixels.inputSize()));
    known.put("pixels.crop_widths", Double.toString(pixels.cropWidths()));
    known.put("pixels.centre_shift", Double.toString(pixels.centreShift()));
    known.put("pixels.low_percentile", Double.toString(pixels.lowPercentile()));
    known.put("pixels.high_percentile", Double.toString(pixels.highPercentile()));
    return known;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
