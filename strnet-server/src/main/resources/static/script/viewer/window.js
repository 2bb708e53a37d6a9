// Window and level: from samples to grey values by a table, and presets from the film's histogram.

/** Counts of every sample value. */
function histogram(film) {
  const counts = new Uint32Array(film.most + 1);
  const step = Math.max(1, Math.floor(film.samples.length / 2_000_000));
  for (let i = 0; i < film.samples.length; i += step) counts[film.samples[i]]++;
  return counts;
}

/**
 * Windows by name. Percentiles leave out what is black as a whole: masks and collimated edges would
 * count as soft tissue.
 */
export function presets(film) {
  const counts = histogram(film);
  counts[0] = 0;
  const all = counts.reduce((sum, count) => sum + count, 0);
  const percentile = share => {
    let seen = 0;
    for (let value = 0; value < counts.length; value++) {
      seen += counts[value];
      if (seen >= share * all) return value;
    }
    return film.most;
  };
  const between = (low, high) => {
    const from = percentile(low);
    return { from, to: Math.max(from + 1, percentile(high)) };
  };
  return {
    full: { from: 0, to: film.most },
    bone: between(0.4, 0.998),
    soft: between(0.01, 0.75),
  };
}

/** A window's grey values as opaque pixels of a canvas, by sample value. */
export function lookupTable(most, { from, to }, inverted) {
  const table = new Uint32Array(most + 1);
  const scale = 255 / Math.max(1e-6, to - from);
  for (let value = 0; value <= most; value++) {
    let grey = Math.round((value - from) * scale);
    grey = grey < 0 ? 0 : grey > 255 ? 255 : grey;
    if (inverted) grey = 255 - grey;
    table[value] = 0xff000000 | grey << 16 | grey << 8 | grey;
  }
  return table;
}

/**
 * The window after a drag or a key: sideways changes the width, up and down the centre, in shares
 * of the film's range.
 */
export function adjusted({ from, to }, wider, brighter, most) {
  const width = Math.min(2 * most, Math.max(most / 256, (to - from) * Math.exp(wider * 2)));
  const centre = Math.min(most, Math.max(0, (from + to) / 2 - brighter * most));
  return { from: centre - width / 2, to: centre + width / 2 };
}
