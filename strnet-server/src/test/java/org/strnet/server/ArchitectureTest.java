package org.strnet.server;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the module may use, the order of its packages, and how long its files and methods are. */
@AnalyzeClasses(
    packages = "org.strnet.server",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** Each imports only what stands to its left. */
  private static final List<String> ORDER =
      List.of(
          "configuration",
          "log",
          "audit",
          "account",
          "film",
          "result",
          "screening",
          "reading",
          "worklist",
          "quality",
          "fhir",
          "operation",
          "monitoring",
          "api",
          "page",
          "security");

  private static final Path SOURCES = Path.of("src/main/java");
  private static final int LONGEST_FILE = 250;
  private static final int LONGEST_METHOD = 40;

  private static final Pattern TYPE = Pattern.compile("\\b(class|record|enum|interface)\\b");

  @ArchTest
  static void each_package_imports_only_what_stands_to_its_left(JavaClasses server) {
    for (int i = 0; i < ORDER.size() - 1; i++) {
      String[] later =
          ORDER.subList(i + 1, ORDER.size()).stream()
              .map(ArchitectureTest::within)
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(within(ORDER.get(i)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(later)
          .because("the packages stand in the order " + String.join(", ", ORDER))
          .allowEmptyShould(true)
          .check(server);
    }
  }

  @ArchTest
  static void every_package_stands_in_the_order(JavaClasses server) {
    Set<String> packages = new TreeSet<>();
    server.forEach(
        type -> packages.add(type.getPackageName().replaceFirst("^org\\.strnet\\.server\\.?", "")));

    assertThat(packages)
        .allMatch(name -> name.isEmpty() || ORDER.contains(name.split("\\.", 2)[0]));
  }

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("org.strnet.server.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule types_are_named_after_the_field =
      noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager)");

  @ArchTest
  static final ArchRule no_training_and_no_commands =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.bytedeco..",
              "picocli..",
              "org.strnet.training..",
              "org.strnet.study..",
              "org.strnet.cli..");

  private static String within(String name) {
    return "org.strnet.server." + name + "..";
  }

  @Test
  void every_package_says_what_it_is_for() throws IOException {
    for (Path file : sources()) {
      assertThat(file.resolveSibling("package-info.java")).exists();
    }
  }

  @Test
  void files_and_methods_are_short() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : sources()) {
      List<String> lines = Files.readAllLines(file);
      if (lines.size() > LONGEST_FILE) {
        tooLong.add(file.getFileName() + " has " + lines.size() + " lines");
      }
      longMethods(lines).forEach(method -> tooLong.add(file.getFileName() + ": " + method));
    }
    assertThat(tooLong).isEmpty();
  }

  /** In formatted sources a block ends with the brace that stands alone where it began. */
  private static List<String> longMethods(List<String> lines) {
    List<String> found = new ArrayList<>();
    for (String indent : List.of("  ", "    ")) {
      for (int start = 0; start < lines.size(); start++) {
        String line = lines.get(start);
        if (!line.matches(indent + "[A-Za-z<].*") || TYPE.matcher(line).find()) {
          continue;
        }
        int end = start + 1;
        while (end < lines.size() && lines.get(end).matches(indent + " .*|")) {
          end++;
        }
        boolean closes = end < lines.size() && lines.get(end).equals(indent + "}");
        if (closes && end - start + 1 > LONGEST_METHOD) {
          found.add(line.strip() + " has " + (end - start + 1) + " lines");
        }
      }
    }
    return found;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
