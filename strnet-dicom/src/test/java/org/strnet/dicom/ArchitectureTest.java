package org.strnet.dicom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;

/** What the module may use, and the order of its packages. */
@AnalyzeClasses(packages = "org.strnet.dicom", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** Each imports only what stands before it. */
  private static final List<String> ORDER =
      List.of(
          "codec",
          "sealing",
          "film",
          "grayscale",
          "gate",
          "screening",
          "result",
          "send",
          "deidentification",
          "cohort",
          "phantom",
          "node");

  @ArchTest static final ArchRule packages_import_only_what_stands_before_them = layers();

  @ArchTest
  static final ArchRule codecs_know_no_toolkit =
      noClasses()
          .that()
          .resideInAPackage("org.strnet.dicom.codec..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.aoju..");

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("org.strnet.dicom.(**)").should().beFreeOfCycles();

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
              "org.strnet.study..",
              "org.strnet.cli..");

  private static LayeredArchitecture layers() {
    LayeredArchitecture layers =
        layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
    for (String name : ORDER) {
      layers = layers.layer(name).definedBy("org.strnet.dicom." + name + "..");
    }
    for (int i = 0; i < ORDER.size(); i++) {
      List<String> later = ORDER.subList(i + 1, ORDER.size());
      var rule = layers.whereLayer(ORDER.get(i));
      layers =
          later.isEmpty()
              ? rule.mayNotBeAccessedByAnyLayer()
              : rule.mayOnlyBeAccessedByLayers(later.toArray(String[]::new));
    }
    return layers;
  }
}
