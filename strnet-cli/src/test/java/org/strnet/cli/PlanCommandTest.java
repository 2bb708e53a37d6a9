package org.strnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlanCommandTest {

  @Test
  void an_auroc_is_planned_by_formula_and_by_simulation() {
    Execution plan =
        plan("auroc", "--auroc", 0.8, "--prevalence", 0.3, "--width", 0.1, "--simulations", 100);

    assertThat(plan.exitCode()).isZero();
    assertThat(plan.out())
        .contains(
            "interval of the AUROC no wider than 0.1",
            "patients needed  425, about 128 with the finding",
            "Hanley and McNeil 1982",
            "simulated: 100 studies of that size, seed 1",
            "mean width of the interval",
            "One film per patient",
            "Research use only.");
    assertThat(plan.err()).isEmpty();
  }

  @Test
  void each_design_is_planned_and_the_same_twice() {
    Object[][] designs = {
      {"sensitivity", "--sensitivity", 0.9, "--prevalence", 0.5, "--width", 0.2},
      {"t-score", "--sd", 1, "--width", 0.5},
      {"t-score", "--correlation", 0.6, "--width", 0.4},
      {
        "gain",
        "--auroc",
        0.7,
        "--gain",
        0.1,
        "--score-correlation",
        0.5,
        "--prevalence",
        0.5,
        "--power",
        0.9,
        "--simulations",
        100
      },
    };
    for (Object[] design : designs) {
      Execution plan = plan(design);
      assertThat(plan.exitCode()).as(List.of(design).toString()).isZero();
      assertThat(plan.out()).contains("patients needed").doesNotContain("NaN", "Infinity");
      assertThat(plan(design).out()).isEqualTo(plan.out());
    }
  }

  @Test
  void impossible_requests_are_one_line_and_exit_code_2() {
    Object[][] mistakes = {
      {"width"},
      {"auroc"},
      {"auroc", "--auroc", 0.8, "--prevalence", 0.3},
      {"auroc", "--auroc", 0.4, "--prevalence", 0.3, "--width", 0.1},
      {"auroc", "--auroc", 0.8, "--prevalence", 0, "--width", 0.1},
      {"auroc", "--auroc", 0.8, "--prevalence", 0.3, "--width", 0.00001},
      {"auroc", "--auroc", "high", "--prevalence", 0.3, "--width", 0.1},
      {"sensitivity", "--sensitivity", 1.2, "--prevalence", 0.3, "--width", 0.1},
      {"t-score", "--width", 0.1},
      {"t-score", "--width", 0.1, "--sd", 1, "--correlation", 0.5},
      {"gain", "--auroc", 0.9, "--gain", 0.2, "--score-correlation", 0.5, "--prevalence", 0.5},
      {"auroc", "--auroc", 0.8, "--prevalence", 0.3, "--width", 0.1, "--simulations", 1},
    };
    for (Object[] arguments : mistakes) {
      Execution mistake = plan(arguments);
      assertThat(mistake.exitCode()).as(List.of(arguments).toString()).isEqualTo(2);
      assertThat(mistake.err().lines()).as(List.of(arguments).toString()).hasSize(1);
      assertThat(mistake.err()).startsWith("strnet: ");
      assertThat(mistake.out()).isEmpty();
    }
    assertThat(plan("auroc", "--auroc", 0.4, "--prevalence", 0.3, "--width", 0.1).err())
        .contains("AUROC must be above 0.5 and below 1.0, found 0.4");
    assertThat(plan("auroc", "--auroc", 0.8).err()).contains("needs --prevalence");
  }

  private static Execution plan(Object... arguments) {
    Object[] all = new Object[arguments.length + 2];
    all[0] = "plan";
    all[1] = "--design";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Execution.of(all);
  }
}
