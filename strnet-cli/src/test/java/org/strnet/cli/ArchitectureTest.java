package org.strnet.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Screening starts without LibTorch: loading it takes longer than a film does. */
@AnalyzeClasses(packages = "org.strnet", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule commands_that_screen_never_load_libtorch =
      noClasses()
          .that()
          .belongToAnyOf(
              ScreenCommand.class,
              DemoCommand.class,
              BundleCommand.class,
              PhantomCommand.class,
              ScreeningRun.class)
          .should()
          .transitivelyDependOnClassesThat()
          .resideInAnyPackage("org.strnet.training..", "org.bytedeco..");

  @ArchTest
  static final ArchRule only_commands_that_train_import_training =
      noClasses()
          .that()
          .resideInAPackage("org.strnet.cli..")
          .and()
          .haveSimpleNameNotStartingWith("Train")
          .and()
          .haveSimpleNameNotStartingWith("Crossval")
          .and()
          .haveSimpleNameNotStartingWith("Quantis")
          .and()
          .haveSimpleNameNotStartingWith("Study")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.strnet.training..", "org.bytedeco..");
}
