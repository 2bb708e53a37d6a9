package org.strnet.evaluation.multiclass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.strnet.evaluation.StatisticsGolden;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.resampling.PatientBootstrap;

class ClassTableTest {

  private static final List<String> THREE = List.of("normal", "osteopenia", "osteoporosis");
  private static final ClassPairs GOLDEN =
      new ClassPairs(
          THREE,
          StatisticsGolden.classes("class_estimate"),
          StatisticsGolden.classes("class_reference"));

  @Test
  void every_figure_is_that_of_scikit_learn() {
    ClassTable table = GOLDEN.table();
    assertThat(table.kappa().orElseThrow())
        .isCloseTo(StatisticsGolden.sklearn("kappa"), within(1e-12));
    assertThat(table.macroF1().orElseThrow())
        .isCloseTo(StatisticsGolden.sklearn("macro_f1"), within(1e-12));
    assertThat(table.accuracy().value()).hasValue(StatisticsGolden.sklearn("accuracy"));
    assertThat(table.majorityBaseline().value()).hasValue(StatisticsGolden.sklearn("majority"));
    for (int i = 0; i < 3; i++) {
      assertThat(table.recall(i).value()).hasValue(StatisticsGolden.sklearn("recall_" + i));
    }
  }

  /**
   * References 0, 0, 1, 2 estimated 0, 1, 1, 0. Observed squared distance 1 + 4 = 5; expected, from
   * margins (2,1,1) and (2,2,0) over 4: (2*2*1 + 1*2*1 + 1*2*4 + 1*2*1) / 4 = 16 / 4 = 4. Kappa = 1
   * - 5/4. F1 of the classes: 2/4, 2/3, 0; mean 7/18.
   */
  @Test
  void kappa_and_f1_are_those_worked_by_hand() {
    ClassTable table =
        new ClassPairs(THREE, new int[] {0, 1, 1, 0}, new int[] {0, 0, 1, 2}).table();
    assertThat(table.counts()).isDeepEqualTo(new int[][] {{1, 1, 0}, {0, 1, 0}, {1, 0, 0}});
    assertThat(table.kappa().orElseThrow()).isCloseTo(-0.25, within(1e-15));
    assertThat(table.macroF1().orElseThrow()).isCloseTo(7.0 / 18, within(1e-15));
    assertThat(table.recall(2).value()).hasValue(0);
    assertThat(table.majority()).isZero();
  }

  @Test
  void intervals_hold_their_value_and_repeat() {
    PatientBootstrap bootstrap = new PatientBootstrap(300, 9);
    Estimate kappa = GOLDEN.kappa(StatisticsGolden.patients(), bootstrap);
    assertThat(kappa.value().orElseThrow())
        .isBetween(kappa.low().orElseThrow(), kappa.high().orElseThrow());
    assertThat(GOLDEN.kappa(StatisticsGolden.patients(), bootstrap)).isEqualTo(kappa);
    assertThat(GOLDEN.macroF1(StatisticsGolden.patients(), bootstrap).interval()).isPresent();
  }

  @Test
  void no_films_and_one_class_say_so() {
    ClassPairs none = new ClassPairs(THREE, new int[0], new int[0]);
    assertThat(none.table().kappa()).isEmpty();
    assertThat(none.table().macroF1()).isEmpty();
    assertThat(none.table().accuracy().text()).contains("n = 0");
    assertThat(none.table().majorityBaseline().isEstimable()).isFalse();
    assertThat(none.kappa(List.of(), new PatientBootstrap(100, 1)).text()).contains("n = 0");
    ClassTable constant = new ClassPairs(THREE, new int[] {1, 1}, new int[] {1, 1}).table();
    assertThat(constant.kappa()).isEmpty();
    assertThat(constant.macroF1()).hasValue(1);
    assertThat(constant.recall(0).text()).contains("needs films of normal");
  }

  @Test
  void classes_out_of_range_and_uneven_tables_are_refused() {
    assertThatThrownBy(() -> new ClassPairs(THREE, new int[] {3}, new int[] {0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 to 2, found 3");
    assertThatThrownBy(() -> new ClassPairs(THREE, new int[] {0}, new int[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ClassPairs(List.of("a", "a"), new int[0], new int[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ClassTable(THREE, new int[][] {{1}}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ClassTable(List.of("a", "b"), new int[][] {{1, -1}, {0, 0}}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(seed = "11", tries = 300)
  void kappa_is_symmetric_and_at_most_1(@ForAll("grades") int[] a, @ForAll("grades") int[] b) {
    ClassTable table = new ClassPairs(THREE, a, b).table();
    ClassTable turned = new ClassPairs(THREE, b, a).table();
    assertThat(table.kappa().isPresent()).isEqualTo(turned.kappa().isPresent());
    table
        .kappa()
        .ifPresent(
            kappa ->
                assertThat(kappa)
                    .isBetween(-1.0, 1.0)
                    .isCloseTo(turned.kappa().orElseThrow(), within(1e-12)));
    assertThat(table.macroF1().orElseThrow()).isBetween(0.0, 1.0);
    assertThat(new ClassPairs(THREE, a, a).table().accuracy().value()).hasValue(1);
  }

  @Provide
  Arbitrary<int[]> grades() {
    return Arbitraries.integers().between(0, 2).array(int[].class).ofSize(20);
  }
}
