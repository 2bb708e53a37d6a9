// Distances on the film: in mm where the film states the size of a pixel, else in pixels.

/** What a distance between two points of the film is, in words. */
export function distanceWords(from, to, spacing) {
  const dx = to[0] - from[0], dy = to[1] - from[1];
  return spacing
    ? `${Math.hypot(dx * spacing.columnMm, dy * spacing.rowMm).toFixed(1)} mm`
    : `${Math.hypot(dx, dy).toFixed(0)} pixels`;
}

/** What the size of a pixel is and where it comes from, in words. */
export function spacingWords(spacing) {
  if (!spacing) return 'no pixel spacing, distances in pixels';
  const size = `${spacing.columnMm.toFixed(3)} mm per pixel`;
  return spacing.source === 'imager-spacing' ? `${size} at the detector, not corrected for magnification` : size;
}
