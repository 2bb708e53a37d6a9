package org.strnet.audit.film;

import java.util.List;

/**
 * Traces of how a film was taken and stored. None of them shows bone: a classifier that sees
 * nothing else and still tells the label has found a shortcut.
 *
 * @param stored how the file stores it
 * @param bytes size of the file
 * @param width columns
 * @param height rows
 * @param bits of a sample
 * @param borders dark or white rows and columns along the edges
 * @param black share of the film that is as dark as its darkest edge, 0 to 1
 * @param saturated share that is as bright as its brightest point, 0 to 1
 * @param markers number of small bright blobs with hard edges: letters, discs
 * @param markerArea their share of the film, 0 to 1
 */
public record FilmTraces(
    StoredImage stored,
    long bytes,
    int width,
    int height,
    int bits,
    Borders borders,
    double black,
    double saturated,
    int markers,
    double markerArea) {

  /** What each of {@link #features()} is, in its order. */
  public static final List<String> NAMES =
      List.of(
          "width",
          "height",
          "aspect",
          "pixels",
          "bytes per pixel",
          "bits",
          "channels",
          "JPEG",
          "PNG",
          "left border",
          "right border",
          "upper border",
          "lower border",
          "black share",
          "saturated share",
          "markers",
          "marker share");

  /**
   * Empty borders, as fractions of width or height, 0 to 1.
   *
   * @param left of the width
   * @param right of the width
   * @param top of the height
   * @param bottom of the height
   */
  public record Borders(double left, double right, double top, double bottom) {}

  /** The traces as numbers. */
  public double[] features() {
    double pixels = (double) width * height;
    return new double[] {
      width,
      height,
      width / (double) height,
      pixels,
      bytes / pixels,
      bits,
      stored.channels(),
      stored.format().equals("jpeg") ? 1 : 0,
      stored.format().equals("png") ? 1 : 0,
      borders.left(),
      borders.right(),
      borders.top(),
      borders.bottom(),
      black,
      saturated,
      markers,
      markerArea
    };
  }
}
