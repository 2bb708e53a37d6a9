package org.strnet.training.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.strnet.knee.FibulaSide;
import org.strnet.knee.KneeFinder;
import org.strnet.knee.KneeFinderSpecification;
import org.strnet.knee.KneeRegion;
import org.strnet.radiograph.Radiograph;
import org.strnet.training.finder.scene.FinderFilm;
import org.strnet.training.finder.scene.FinderFilms;
import org.strnet.training.finder.scene.PlacedJoint;
import org.strnet.training.finder.scene.ReducedFilm;
import org.strnet.training.layer.NamedTensor;
import org.strnet.training.tensor.Tensors;
import org.strnet.training.tensor.Torch;

class JointTrainerTest {

  private static final int SIZE = 64;
  private static final KneeFinderSpecification FINDER =
      new KneeFinderSpecification(SIZE, 0.1, 0.3, 2, 0.6, 2.6);

  /** A drawn knee: two bright bones a gap apart on grey, a thin third bone on the fibula's side. */
  private static void drawKnee(Radiographer film, double x, double y, double width, boolean right) {
    double sign = right ? 1 : -1;
    film.bone(x, y - 1.2 * width, 0.3 * width, 1.2 * width);
    film.bone(x, y - 0.3 * width, 0.5 * width, 0.25 * width);
    film.bone(x, y + 0.3 * width, 0.5 * width, 0.25 * width);
    film.bone(x, y + 1.2 * width, 0.3 * width, 1.0 * width);
    film.bone(x + sign * 0.55 * width, y + 1.1 * width, 0.1 * width, 0.7 * width);
  }

  /** Grey values that bones are laid into. */
  private static final class Radiographer {
    private final int width;
    private final short[] grey;

    Radiographer(int width, int height, long seed) {
      this.width = width;
      grey = new short[width * height];
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < grey.length; i++) {
        grey[i] = (short) (40 + random.nextInt(20));
      }
    }

    void bone(double x, double y, double halfWidth, double halfHeight) {
      for (int i = 0; i < grey.length; i++) {
        double dx = (i % width + 0.5 - x) / halfWidth;
        double dy = (Math.floorDiv(i, width) + 0.5 - y) / halfHeight;
        if (Math.abs(dx) < 1 && Math.abs(dy) < 1) {
          grey[i] = 200;
        }
      }
    }

    Radiograph film() {
      return Radiograph.of(width, grey.length / width, 8, grey);
    }
  }

  private static FinderFilm knee(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double x = random.nextDouble(70, 90);
    double y = random.nextDouble(90, 150);
    double width = random.nextDouble(44, 60);
    boolean right = random.nextBoolean();
    Radiographer radiographer = new Radiographer(160, 240, seed);
    drawKnee(radiographer, x, y, width, right);
    FibulaSide side = right ? FibulaSide.RIGHT : FibulaSide.LEFT;
    return new FinderFilm(
        "drawn",
        ReducedFilm.of(radiographer.film()),
        List.of(new PlacedJoint(x, y, width, side, true)));
  }

  private static FinderFilms films() {
    List<FinderFilm> knees = new ArrayList<>();
    for (int seed = 0; seed < 12; seed++) {
      knees.add(knee(seed));
    }
    return new FinderFilms(knees, List.of(), List.of(), List.of());
  }

  private static JointNet trained(int steps, int batch) {
    Torch.threads(1);
    JointTrainerSettings settings = new JointTrainerSettings(steps, batch, 3e-3, 0.02, 0.98, 11);
    return new JointTrainer(films(), FINDER, settings).train(line -> {});
  }

  @Test
  void a_film_of_two_knees_gives_two_regions_from_left_to_right() {
    KneeFinder finder = new KneeFinder(trained(240, 12).inference(), FINDER);
    Radiographer both = new Radiographer(320, 220, 99);
    drawKnee(both, 90, 100, 52, false);
    drawKnee(both, 230, 104, 52, true);
    List<KneeRegion> regions = finder.find(both.film());
    assertThat(regions).hasSize(2);
    assertThat(regions.get(0).cx() * 320).isCloseTo(90, within(10.0));
    assertThat(regions.get(1).cx() * 320).isCloseTo(230, within(10.0));
    assertThat(regions.get(1).cy() * 220).isCloseTo(104, within(10.0));
    assertThat(finder.find(new Radiographer(200, 200, 5).film())).isEmpty();
  }

  @Test
  void the_seed_decides_the_weights() {
    List<NamedTensor> once = trained(3, 4).tensors();
    List<NamedTensor> again = trained(3, 4).tensors();
    for (int i = 0; i < once.size(); i++) {
      assertThat(Tensors.toArray(again.get(i).tensor()))
          .as(once.get(i).name())
          .containsExactly(Tensors.toArray(once.get(i).tensor()));
    }
  }
}
