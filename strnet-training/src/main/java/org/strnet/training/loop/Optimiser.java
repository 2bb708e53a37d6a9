package org.strnet.training.loop;

import static org.bytedeco.pytorch.global.torch.clip_grad_norm_;

import java.nio.file.Path;
import java.util.List;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.OptimizerParamGroup;
import org.bytedeco.pytorch.OptimizerParamGroupVector;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.TensorVector;
import org.strnet.training.configuration.OptimisationConfiguration;
import org.strnet.training.network.ParameterGroup;
import org.strnet.training.parallel.WorkerGroup;
import org.strnet.training.tensor.TensorScope;
import org.strnet.training.tensor.Tensors;

/**
 * AdamW (Loshchilov and Hutter 2019, arXiv 1711.05101) over the network's groups of parameters:
 * backbone and heads at their own rates, with and without decay, under one schedule.
 */
final class Optimiser {

  private final List<ParameterGroup> groups;
  private final OptimisationConfiguration settings;
  private final LearningRateSchedule schedule;
  private final AdamW adamW;
  private final TensorVector all;

  Optimiser(
      List<ParameterGroup> groups,
      OptimisationConfiguration settings,
      LearningRateSchedule schedule) {
    this.groups = List.copyOf(groups);
    this.settings = settings;
    this.schedule = schedule;
    try (TensorScope scope = TensorScope.open()) {
      ParameterGroup first = groups.get(0);
      adamW = TensorScope.permanent(new AdamW(Tensors.vector(first.tensors()), options(first)));
      for (ParameterGroup group : groups.subList(1, groups.size())) {
        adamW.add_param_group(
            new OptimizerParamGroup(Tensors.vector(group.tensors()), options(group)));
      }
      all =
          TensorScope.permanent(
              Tensors.vector(groups.stream().flatMap(group -> group.tensors().stream()).toList()));
    }
  }

  private AdamWOptions options(ParameterGroup group) {
    AdamWOptions options = new AdamWOptions(rate(group));
    options.weight_decay().put(group.decayed() ? settings.weightDecay() : 0);
    return options;
  }

  private double rate(ParameterGroup group) {
    return group.part() == ParameterGroup.Part.BACKBONE
        ? settings.backboneLearningRate()
        : settings.learningRate();
  }

  /** Clears the gradients and sets the rates of a step, counted from 0. */
  void prepare(int step) {
    double factor = schedule.factor(step);
    OptimizerParamGroupVector present = adamW.param_groups();
    for (int i = 0; i < groups.size(); i++) {
      present.get(i).options().set_lr(rate(groups.get(i)) * factor);
    }
    adamW.zero_grad();
  }

  /** Adds up the gradients of all workers. */
  void sum(WorkerGroup workers) {
    SharedTensors.sumGradients(
        groups.stream().flatMap(group -> group.tensors().stream()).toList(), workers);
  }

  /** Scales the gradients so that their norm is at most {@code largest}; gives the norm before. */
  double clip(double largest) {
    return clip_grad_norm_(all, largest);
  }

  /** Moves the weights. */
  void step() {
    adamW.step();
  }

  /** The heads' learning rate at a step. */
  double rate(int step) {
    return settings.learningRate() * schedule.factor(step);
  }

  void save(Path file) {
    try (TensorScope scope = TensorScope.open()) {
      OutputArchive archive = new OutputArchive();
      adamW.save(archive);
      archive.save_to(file.toString());
    }
  }

  void load(Path file) {
    try (TensorScope scope = TensorScope.open()) {
      InputArchive archive = new InputArchive();
      archive.load_from(file.toString());
      adamW.load(archive);
    }
  }
}
