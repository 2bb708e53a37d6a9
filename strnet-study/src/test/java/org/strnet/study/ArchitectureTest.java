package org.strnet.study;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the module may use. */
@AnalyzeClasses(packages = "org.strnet.study", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule only_the_pdf_package_knows_the_renderer =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.strnet.study.pdf..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.openhtmltopdf..", "org.apache.pdfbox..", "org.apache.batik..");

  @ArchTest
  static final ArchRule nothing_native_and_no_commands =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "ai.onnxruntime..",
              "org.bytedeco..",
              "picocli..",
              "org.strnet.inference..",
              "org.strnet.training..",
              "org.strnet.cli..");

  @ArchTest
  static final ArchRule drawing_knows_no_study =
      classes()
          .that()
          .resideInAnyPackage("org.strnet.study.markup..", "org.strnet.study.plot..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "org.strnet.evaluation.estimate..",
              "org.strnet.study.markup..",
              "org.strnet.study.plot..");

  @ArchTest
  static final ArchRule cards_and_checklists_know_no_figures =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.strnet.study.document..",
              "org.strnet.study.card..",
              "org.strnet.study.checklist..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.strnet.study.plot..", "org.strnet.study.pdf..");

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("org.strnet.study.(**)").should().beFreeOfCycles();
}
