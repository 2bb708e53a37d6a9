package org.strnet.server.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.film.DicomFile;
import org.strnet.dicom.film.StoredImage;
import org.strnet.dicom.grayscale.GrayscalePipeline;
import org.strnet.dicom.grayscale.Reading;
import org.strnet.dicom.phantom.PhantomObject;
import org.strnet.dicom.sealing.Sealing;
import org.strnet.radiograph.Radiograph;

class ShownFilmsTest {

  private static Film kept(FilmVault vault, int number) {
    byte[] object = PhantomObject.file(PhantomObject.draw(1, number));
    return FilmFacts.arrived(
        DicomFile.read(object).header(),
        FilmSource.UPLOAD,
        vault.keep(object),
        object.length,
        Instant.EPOCH);
  }

  @Test
  void the_samples_are_those_of_the_grayscale_pipeline_lower_byte_first(@TempDir Path folder) {
    FilmVault vault = new FilmVault(folder, Sealing.NONE);
    Film film = kept(vault, 2);
    DicomFile object = DicomFile.read(vault.bytes(film.file()));
    Radiograph expected =
        GrayscalePipeline.render(object.header(), StoredImage.decode(object), Reading.AS_STATED)
            .film();

    ShownFilm shown = new ShownFilms(vault, 1L << 30).of(film);

    assertThat(shown.bits()).isEqualTo(16).isEqualTo(expected.bits());
    byte[] samples = shown.samples();
    assertThat(samples).hasSize(2 * expected.width() * expected.height());
    for (int y = 0; y < expected.height(); y += 97) {
      for (int x = 0; x < expected.width(); x++) {
        int at = 2 * (y * expected.width() + x);
        int value = (samples[at] & 0xff) + 256 * (samples[at + 1] & 0xff);
        assertThat(value).isEqualTo(expected.sample(x, y));
      }
    }
  }

  @Test
  void what_is_kept_stays_under_its_bound_and_the_oldest_goes_first(@TempDir Path folder) {
    FilmVault vault = new FilmVault(folder, Sealing.NONE);
    Film first = kept(vault, 1);
    Film second = kept(vault, 2);
    long one = new ShownFilms(vault, 1L << 30).of(first).compressed().length;
    ShownFilms films = new ShownFilms(vault, one + 10);

    ShownFilm kept = films.of(first);
    assertThat(films.of(first)).isSameAs(kept);
    assertThat(films.keptBytes()).isEqualTo(one);
    films.of(second);
    assertThat(films.keptBytes()).isLessThanOrEqualTo(one + 10);
    assertThat(films.of(first)).isNotSameAs(kept);
  }
}
