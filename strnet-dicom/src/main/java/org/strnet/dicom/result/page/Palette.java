package org.strnet.dicom.result.page;

import org.strnet.dicom.result.content.Tone;

/**
 * Colours of a page. Results are told apart by words first: no colour of "good", since "not
 * flagged" is not "negative".
 *
 * @param paper behind everything
 * @param panel behind a part
 * @param ink of text
 * @param faint of labels
 * @param rule of thin lines
 * @param accent of what to look at
 * @param calm of a result that asks for nothing
 * @param caution of what could not be done
 */
public record Palette(
    int paper, int panel, int ink, int faint, int rule, int accent, int calm, int caution) {

  /** For a reading room: bright on dark, like the films. */
  public static final Palette DARK =
      new Palette(0x0b0d10, 0x15191e, 0xe9ecef, 0x97a1ab, 0x2b323a, 0xf5a04a, 0x8fb8de, 0xe6c65c);

  /** For paper. */
  public static final Palette LIGHT =
      new Palette(0xffffff, 0xf3f5f7, 0x1a1f24, 0x5c6670, 0xcfd5da, 0xb4560a, 0x2f5f8a, 0x7d6200);

  /** The colour of a result. */
  public int of(Tone tone) {
    return switch (tone) {
      case REFER -> accent;
      case NOT_FLAGGED -> calm;
      case NOT_ASSESSABLE, FAILED -> caution;
    };
  }
}
