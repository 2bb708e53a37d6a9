package org.strnet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.strnet.bundle.Bundle;
import org.strnet.inference.BundleNetworks;
import org.strnet.network.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code strnet bundle}; {@link Strnet#commandLine()} gives it {@code create}, {@code
 * describe-films}, {@code check-explanations} and {@code quantise} as well, which load more.
 */
@Command(
    name = "bundle",
    description = "Looks at bundles, and adds to them.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = BundleCommand.Verify.class)
final class BundleCommand {

  /** {@code strnet bundle verify}. */
  @Command(
      name = "verify",
      description =
          "Checks hashes and schema, opens the networks, and prints each bundle's identity.",
      mixinStandardHelpOptions = true)
  static final class Verify implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "BUNDLE", description = "Folders or zips.")
    private List<Path> bundles = new ArrayList<>();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
      for (Path path : bundles) {
        Bundle bundle = Bundle.load(path);
        BundleNetworks.open(bundle).close();
        if (bundle.manifest().quantisation().isPresent()) {
          BundleNetworks.open(bundle, Precision.INT8).close();
        }
        spec.commandLine().getOut().printf("%s  %s%n", bundle.sha256(), bundle.name());
      }
      spec.commandLine().getOut().flush();
      return 0;
    }
  }
}
