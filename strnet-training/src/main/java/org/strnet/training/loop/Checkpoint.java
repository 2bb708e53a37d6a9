package org.strnet.training.loop;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.strnet.provenance.BadInputException;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.network.StrNet;
import org.strnet.training.parallel.WorkerGroup;
import org.strnet.training.weights.StrNetWeights;

/**
 * A run's state on disk after an epoch: the network, its average and the best so far as
 * safetensors, the optimiser as LibTorch's archive, and the counters. It is written beside the last
 * one and then takes its place, so that a run that is killed while writing loses one epoch at most.
 */
final class Checkpoint {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private static final List<String> FILES =
      List.of(
          "network.safetensors",
          "average.safetensors",
          "best.safetensors",
          "optimiser.pt",
          "counters.json");

  /** The small part, last to be written. */
  private record Counters(
      int epoch, int step, int patience, int bestEpoch, double bestLoss, String configuration) {}

  private final Path folder;
  private final TrainingConfiguration configuration;

  Checkpoint(Path folder, TrainingConfiguration configuration) {
    this.folder = folder;
    this.configuration = configuration;
  }

  /**
   * Whether there is a whole checkpoint. A run killed between the two renames of {@link #save} has
   * left its last one beside: that one is put back.
   */
  boolean exists() {
    if (!Files.exists(folder) && isWhole(last())) {
      try {
        Files.move(last(), folder, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new UncheckedIOException("the checkpoint cannot be put back: " + folder, e);
      }
    }
    return isWhole(folder);
  }

  private static boolean isWhole(Path checkpoint) {
    return FILES.stream().allMatch(name -> Files.exists(checkpoint.resolve(name)));
  }

  private Path last() {
    return folder.resolveSibling(folder.getFileName() + ".last");
  }

  void save(TrainingState state) {
    Path next = folder.resolveSibling(folder.getFileName() + ".next");
    Path last = last();
    try {
      Files.createDirectories(next);
      for (Map.Entry<String, StrNet> network : networks(state).entrySet()) {
        StrNetWeights.save(network.getValue(), next.resolve(network.getKey()), Map.of());
      }
      state.optimiser().save(next.resolve("optimiser.pt"));
      Files.writeString(next.resolve("counters.json"), JSON.writeValueAsString(counters(state)));
      delete(last);
      if (Files.exists(folder)) {
        Files.move(folder, last, StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(next, folder, StandardCopyOption.ATOMIC_MOVE);
      delete(last);
    } catch (IOException e) {
      throw new UncheckedIOException("the checkpoint cannot be written: " + folder, e);
    }
  }

  /**
   * Brings a fresh state to where the checkpoint was written.
   *
   * @throws BadInputException if it belongs to a run with another configuration
   */
  void restore(TrainingState state) {
    Counters counters = read();
    if (!counters.configuration().equals(configuration.toYaml())) {
      throw new BadInputException(
          folder.toString(), "the checkpoint was written with another configuration");
    }
    try {
      for (Map.Entry<String, StrNet> network : networks(state).entrySet()) {
        StrNetWeights.load(network.getValue(), folder.resolve(network.getKey()));
      }
    } catch (IOException e) {
      throw new BadInputException(folder.toString(), "the checkpoint cannot be read", e);
    }
    state.optimiser().load(folder.resolve("optimiser.pt"));
    state.restore(
        counters.epoch(),
        counters.step(),
        new EarlyStopping(counters.patience(), counters.bestEpoch(), counters.bestLoss()));
  }

  /**
   * Brings every worker's fresh state to where rank 0's checkpoint was written. Only rank 0 needs
   * to have it; the number of workers may have changed since.
   *
   * @throws BadInputException if it belongs to a run with another configuration
   */
  void restore(TrainingState state, WorkerGroup workers) {
    if (workers.isAlone()) {
      restore(state);
      return;
    }
    try {
      Path copy = Files.createTempDirectory("strnet-checkpoint");
      for (String name : FILES) {
        byte[] own = workers.isFirst() ? Files.readAllBytes(folder.resolve(name)) : new byte[0];
        Files.write(copy.resolve(name), workers.fromFirst(own));
      }
      new Checkpoint(copy, configuration).restore(state);
      delete(copy);
    } catch (IOException e) {
      throw new BadInputException(folder.toString(), "the checkpoint cannot be read", e);
    }
  }

  private Counters counters(TrainingState state) {
    EarlyStopping stopping = state.stopping();
    return new Counters(
        state.epoch(),
        state.step(),
        stopping.patience(),
        stopping.bestEpoch(),
        stopping.bestLoss(),
        configuration.toYaml());
  }

  private Counters read() {
    try {
      return JSON.readValue(Files.readString(folder.resolve("counters.json")), Counters.class);
    } catch (IOException e) {
      throw new BadInputException(folder.toString(), "the checkpoint cannot be read", e);
    }
  }

  private static Map<String, StrNet> networks(TrainingState state) {
    return Map.of(
        FILES.get(0), state.network(),
        FILES.get(1), state.averaged(),
        FILES.get(2), state.best());
  }

  private static void delete(Path checkpoint) throws IOException {
    for (String name : FILES) {
      Files.deleteIfExists(checkpoint.resolve(name));
    }
    Files.deleteIfExists(checkpoint);
  }
}
