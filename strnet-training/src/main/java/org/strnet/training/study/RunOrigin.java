package org.strnet.training.study;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.strnet.provenance.ParentBundle;
import org.strnet.provenance.QuotedFigure;

/**
 * Where a run comes from, for its provenance.
 *
 * @param command the command that was run, without paths of the machine
 * @param sourceCommit commit of the program, or {@code unknown}
 * @param libraries versions of the libraries that compute, by name
 * @param figures measured before, to be quoted in the card; may be empty
 * @param acceptedLeaks leaks of the split that the run was told to go on with
 * @param parent the bundle that the run goes on from
 */
public record RunOrigin(
    String command,
    String sourceCommit,
    Map<String, String> libraries,
    List<QuotedFigure> figures,
    Optional<String> acceptedLeaks,
    Optional<ParentBundle> parent) {

  /** Copies both. */
  public RunOrigin {
    libraries = Map.copyOf(libraries);
    figures = List.copyOf(figures);
  }

  /** A run of this process, with the versions of Java and LibTorch. */
  public static RunOrigin of(String command, String sourceCommit, List<QuotedFigure> figures)
      throws IOException {
    return new RunOrigin(
        command,
        sourceCommit,
        Map.of(
            "java", Runtime.version().toString(),
            "libtorch", String.valueOf(Loader.getVersion("org.bytedeco", "pytorch"))),
        figures,
        Optional.empty(),
        Optional.empty());
  }

  /** The same, told to go on with leaks of the split. */
  public RunOrigin accepting(Optional<String> leaks) {
    return new RunOrigin(command, sourceCommit, libraries, figures, leaks, parent);
  }

  /** The same, going on from a bundle where there is one. */
  public RunOrigin from(Optional<ParentBundle> bundle) {
    return new RunOrigin(command, sourceCommit, libraries, figures, acceptedLeaks, bundle);
  }
}
