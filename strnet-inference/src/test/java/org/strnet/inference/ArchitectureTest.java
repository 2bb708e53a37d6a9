package org.strnet.inference;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** ONNX Runtime stays behind this module, and the module stays next to what it runs. */
@AnalyzeClasses(
    packages = "org.strnet.inference",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** Core only, and of core nothing that comes after the bundle. */
  @ArchTest
  static final ArchRule imports_only_what_it_runs =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "ai.onnxruntime..",
              "org.jspecify..",
              "org.strnet.inference..",
              "org.strnet.provenance..",
              "org.strnet.radiograph..",
              "org.strnet.knee..",
              "org.strnet.pixels..",
              "org.strnet.network..",
              "org.strnet.calibration..",
              "org.strnet.decision..",
              "org.strnet.bundle..");

  @ArchTest
  static final ArchRule public_methods_speak_of_films_not_of_tensors =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .should()
          .notHaveRawReturnType(
              DescribedPredicate.describe(
                  "a type of ONNX Runtime",
                  type -> type.getPackageName().startsWith("ai.onnxruntime")));
}
