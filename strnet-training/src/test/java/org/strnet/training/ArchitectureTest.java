package org.strnet.training;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.strnet", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule native_memory_is_scoped_in_one_place =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.strnet.training.tensor..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.bytedeco.javacpp.PointerScope");

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices().matching("org.strnet.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothing_outside_uses_training =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.strnet.training..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.strnet.training..", "org.bytedeco..");

  @ArchTest
  static final ArchRule tensors_import_nothing_of_the_project =
      onlyLeftwards("org.strnet.training.tensor", "org.strnet.training.tensor");

  @ArchTest
  static final ArchRule workers_import_tensors_only =
      onlyLeftwards(
          "org.strnet.training.parallel",
          "org.strnet.training.parallel",
          "org.strnet.training.tensor");

  @ArchTest
  static final ArchRule layers_import_tensors_and_workers_only =
      onlyLeftwards(
          "org.strnet.training.layer",
          "org.strnet.training.layer",
          "org.strnet.training.parallel",
          "org.strnet.training.tensor");

  @ArchTest
  static final ArchRule the_network_imports_layers_and_what_stands_before_them =
      onlyLeftwards(
          "org.strnet.training.network",
          "org.strnet.training.network",
          "org.strnet.training.layer",
          "org.strnet.training.parallel",
          "org.strnet.training.tensor",
          "org.strnet.network");

  @ArchTest
  static final ArchRule weights_import_the_network_and_what_stands_before_it =
      onlyLeftwards(
          "org.strnet.training.weights",
          "org.strnet.training.weights",
          "org.strnet.training.network",
          "org.strnet.training.layer",
          "org.strnet.training.tensor",
          "org.strnet.provenance");

  @ArchTest
  static final ArchRule export_imports_the_network_and_what_core_says_of_it =
      onlyLeftwards(
          "org.strnet.training.export",
          "org.strnet.training.export",
          "org.strnet.training.network",
          "org.strnet.training.layer",
          "org.strnet.training.tensor",
          "org.strnet.network",
          "org.strnet.pixels",
          "org.strnet.provenance");

  private static ArchRule onlyLeftwards(String from, String... allowed) {
    return noClasses()
        .that()
        .resideInAPackage(from)
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.strnet..").and(not(resideInAnyPackage(allowed))));
  }
}
