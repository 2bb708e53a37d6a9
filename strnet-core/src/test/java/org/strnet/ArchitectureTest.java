package org.strnet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** The order of the packages: each imports only what stands to its left. */
@AnalyzeClasses(packages = "org.strnet", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** The clinical sequence. */
  private static final List<String> PATH =
      List.of(
          "provenance",
          "radiograph",
          "knee",
          "pixels",
          "network",
          "calibration",
          "decision",
          "explanation",
          "report",
          "bundle",
          "screening");

  /** May import the path and what stands to their left; the path imports none of them. */
  private static final List<String> OFF_PATH = List.of("dataset", "evaluation", "audit", "phantom");

  private static final List<String> ORDER =
      Stream.concat(PATH.stream(), OFF_PATH.stream()).toList();

  @ArchTest
  static void each_package_imports_only_what_stands_to_its_left(JavaClasses core) {
    for (int i = 0; i < ORDER.size() - 1; i++) {
      noClasses()
          .that()
          .resideInAPackage(within(ORDER.get(i)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(withinEach(ORDER.subList(i + 1, ORDER.size())))
          .because("the packages follow the film: " + String.join(", ", ORDER))
          .allowEmptyShould(true)
          .check(core);
    }
  }

  @ArchTest
  static final ArchRule every_class_stands_in_a_package_of_the_order =
      classes().should().resideInAnyPackage(withinEach(ORDER));

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("org.strnet.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule types_are_named_after_the_field =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager)")
          .because("a name says what a type is in the terms of the field");

  @ArchTest
  static final ArchRule randomness_comes_from_a_seed =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
          .orShould()
          .callMethod(Math.class, "random")
          .because("a run must be repeatable from its seed");

  private static String[] withinEach(List<String> packages) {
    return packages.stream().map(ArchitectureTest::within).toArray(String[]::new);
  }

  private static String within(String name) {
    return "org.strnet." + name + "..";
  }
}
