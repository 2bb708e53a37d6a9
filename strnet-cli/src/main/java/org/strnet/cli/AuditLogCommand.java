package org.strnet.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import org.strnet.server.audit.AuditHead;
import org.strnet.server.audit.AuditLog;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code strnet audit-log}. */
@Command(
    name = "audit-log",
    description = "The reading room's log of who did what; for its audit of a cohort see audit.",
    mixinStandardHelpOptions = true,
    subcommands = AuditLogCommand.Verify.class)
final class AuditLogCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** {@code strnet audit-log verify}. */
  @Command(
      name = "verify",
      description = {
        "Follows the chain of hashes from the first entry to the last. Exit code 3 when an entry was",
        "changed or is missing. While the server runs, its page of operations does the same."
      },
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Verify implements Callable<Integer> {

    private static final int BROKEN = 3;

    @Mixin private StoppedServer server = new StoppedServer();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
      try (ConfigurableApplicationContext database = server.openDatabase()) {
        AuditLog audit = database.getBean(AuditLog.class);
        AuditHead head = audit.head();
        Optional<String> fault = audit.fault();
        CommandLine command = spec.commandLine();
        if (fault.isPresent()) {
          command.getErr().printf("strnet: the audit log is broken: %s%n", fault.get());
          return BROKEN;
        }
        command
            .getOut()
            .printf("audit log whole: %d entries, last hash %s%n", head.number(), head.hash());
        command.getOut().flush();
        return 0;
      }
    }
  }
}
