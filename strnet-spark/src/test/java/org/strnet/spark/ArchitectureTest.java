package org.strnet.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the module may use, the order of its packages, the size of its files. */
@AnalyzeClasses(packages = "org.strnet.spark", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** Each imports only what stands before it. */
  private static final List<String> ORDER =
      List.of(
          "storage",
          "identity",
          "inventory",
          "film",
          "ledger",
          "summary",
          "cohort",
          "run",
          "command");

  private static final int LONGEST_FILE = 250;

  @ArchTest
  static void packages_import_only_what_stands_before_them(JavaClasses module) {
    for (int i = 0; i < ORDER.size() - 1; i++) {
      noClasses()
          .that()
          .resideInAPackage(within(ORDER.get(i)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ORDER.subList(i + 1, ORDER.size()).stream()
                  .map(ArchitectureTest::within)
                  .toArray(String[]::new))
          .because("the packages follow the film: " + String.join(", ", ORDER))
          .check(module);
    }
  }

  @ArchTest
  static final ArchRule every_class_stands_in_a_package_of_the_order =
      classes()
          .that()
          .doNotHaveSimpleName("package-info")
          .should()
          .resideInAnyPackage(ORDER.stream().map(ArchitectureTest::within).toArray(String[]::new));

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("org.strnet.spark.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule neither_training_nor_server_nor_other_commands =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.bytedeco..",
              "org.springframework..",
              "org.strnet.training..",
              "org.strnet.study..",
              "org.strnet.server..",
              "org.strnet.cli..");

  @ArchTest
  static final ArchRule only_the_command_knows_the_command_line =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.strnet.spark.command..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @Test
  void no_file_is_longer_than_a_reader_can_hold() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThan(LONGEST_FILE);
      }
    }
  }

  private static String within(String name) {
    return "org.strnet.spark." + name + "..";
  }
}
