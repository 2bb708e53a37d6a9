package org.strnet.training.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.strnet.network.ClinicalHeads;
import org.strnet.training.layer.LayerNorm;
import org.strnet.training.layer.Linear;
import org.strnet.training.layer.NamedTensor;
import org.strnet.training.parallel.BatchShare;
import org.strnet.training.parallel.WorkerGroup;
import org.strnet.training.tensor.Precision;
import org.strnet.training.tensor.Tensors;
import org.strnet.training.tensor.Torch;

/**
 * STR-Net (arXiv 2604.20268, our reading of its sizes): backbone, global average pooling, neck,
 * task-aware routing, three heads; the T-score head is weakly coupled and takes clinical variables.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class StrNet {

  /** Width of the T-score head's hidden layer. */
  public static final int T_SCORE_HIDDEN = 128;

  private final StrNetSettings settings;
  private final Backbone backbone;
  private final Linear neckLinear;
  private final LayerNorm neckNorm;
  private final TaskRouting routing;
  private final ClinicalDropout clinicalDropout;
  private final Optional<ClinicalEmbedding> clinicalEmbedding;
  private final Optional<HeldRegression> clinicalOffset;
  private final Optional<HeldRegression> momentOffset;
  private final Linear screeningHead;
  private final Linear severityHead;
  private final Linear tScoreFirst;
  private final Linear tScoreSecond;
  private Precision precision = Precision.FLOAT32;
  private boolean training;

  private StrNet(StrNetSettings settings) {
    this.settings = settings;
    int width = settings.neckWidth();
    backbone = Backbone.create(settings.backbone(), settings.widthMultiplier());
    neckLinear = new Linear("neck.linear", backbone.channels(), width);
    neckNorm = new LayerNorm("neck.norm", width);
    routing = new TaskRouting(settings.routing(), width, settings.experts());
    StrNetSettings.Clinical clinical = settings.clinical();
    clinicalDropout = new ClinicalDropout(clinical.inputs(), clinical.dropout());
    clinicalEmbedding =
        clinical.takes(ClinicalPath.EMBEDDING)
            ? Optional.of(new ClinicalEmbedding(clinical.inputs()))
            : Optional.empty();
    clinicalOffset =
        clinical.takes(ClinicalPath.OFFSET)
            ? Optional.of(new HeldRegression("clinical.offset", clinical.inputs()))
            : Optional.empty();
    momentOffset =
        settings.stageMoments()
            ? Optional.of(new HeldRegression("moments.offset", backbone.moments()))
            : Optional.empty();
    int withClinical = width + (clinicalEmbedding.isPresent() ? ClinicalEmbedding.WIDTH : 0);
    int classified = clinical.heads() == ClinicalHeads.ALL ? withClinical : width;
    screeningHead = new Linear("heads.screening", classified, 1);
    severityHead = new Linear("heads.severity", classified, 1);
    tScoreFirst = new Linear("heads.t_score.0", withClinical, T_SCORE_HIDDEN);
    tScoreSecond = new Linear("heads.t_score.1", T_SCORE_HIDDEN, 1);
    backbone.freeze(settings.frozenStages());
  }

  /** A network with weights drawn from the seed, in evaluation mode, in float32. */
  public static StrNet create(StrNetSettings settings, long seed) {
    Torch.seed(seed);
    return new StrNet(settings);
  }

  /**
   * One pass.
   *
   * @param film {@code [N,1,S,S]} in [-1, 1]
   * @param clinical {@code [N,2K]}; {@code [N,0]} when the network takes none
   */
  public HeadTensors forward(Tensor film, Tensor clinical) {
    return forward(film, clinical, BatchShare.whole(Math.toIntExact(film.size(0))));
  }

  /**
   * One pass over a worker's part of a batch. Dropout is drawn for the whole batch, so that workers
   * of one seed draw what one process would.
   *
   * @param film {@code [n,1,S,S]} in [-1, 1]
   * @param clinical {@code [n,2K]}
   * @param share which of the batch's films they are
   */
  public HeadTensors forward(Tensor film, Tensor clinical, BatchShare share) {
    StageMoments moments = new StageMoments();
    Tensor featureMap;
    try (Precision.Autocast cast = precision.autocast()) {
      featureMap =
          momentOffset.isPresent() ? backbone.forward(film, moments::add) : backbone.forward(film);
    }
    featureMap = featureMap.to(torch.ScalarType.Float);
    Optional<Tensor> held = momentOffset.map(regression -> regression.forward(moments.joined()));
    return heads(featureMap, held, clinical, share);
  }

  /**
   * The moments of the maps of all stages, mean and standard deviation over height and width.
   *
   * @param film {@code [N,1,S,S]}
   * @return {@code [N,2 (C_1 + C_2 + ..)]}
   */
  public Tensor moments(Tensor film) {
    StageMoments moments = new StageMoments();
    backbone.forward(film, moments::add);
    return moments.joined();
  }

  private HeadTensors heads(
      Tensor featureMap, Optional<Tensor> ofFilm, Tensor clinical, BatchShare share) {
    checkClinical(clinical);
    Tensor pooled = featureMap.mean(2, 3);
    Tensor neck = torch.gelu(neckNorm.forward(neckLinear.forward(pooled)));
    TaskRouting.Routed routed = routing.forward(dropout(neck, share));
    Tensor known = training ? clinicalDropout.forward(clinical, share) : clinical;
    Optional<Tensor> embedded = clinicalEmbedding.map(e -> e.forward(known));
    Optional<Tensor> shared = seesClinical(Task.SCREENING) ? embedded : Optional.empty();
    Offsets offsets =
        new Offsets(clinicalOffset.map(regression -> regression.forward(known)), ofFilm);
    Tensor coupled = scaleGradient(routed.representation(Task.T_SCORE), settings.tScoreCoupling());
    Tensor hidden = torch.gelu(tScoreFirst.forward(join(coupled, embedded)));
    return new HeadTensors(
        added(
            Task.SCREENING,
            screeningHead.forward(join(routed.representation(Task.SCREENING), shared)),
            offsets),
        added(
            Task.SEVERITY,
            severityHead.forward(join(routed.representation(Task.SEVERITY), shared)),
            offsets),
        added(Task.T_SCORE, tScoreSecond.forward(hidden), offsets),
        featureMap,
        pooled,
        routed.gates());
  }

  /** The same numbers as LibTorch's own dropout, to the bit. */
  private Tensor dropout(Tensor neck, BatchShare share) {
    double kept = 1 - settings.dropout();
    if (!training || kept == 1) {
      return neck;
    }
    Tensor mask = torch.empty(share.total(), neck.size(1));
    mask.bernoulli_(kept, new GeneratorOptional()).div_(new Scalar(kept));
    return neck.mul(share.rows(mask));
  }

  /** Whether the clinical variables enter a task's head. */
  public boolean seesClinical(Task task) {
    return settings.clinical().inputs() > 0
        && (task == Task.T_SCORE || settings.clinical().heads() == ClinicalHeads.ALL);
  }

  /** What the held regressions say, {@code [N,3]} each. */
  private record Offsets(Optional<Tensor> ofClinical, Optional<Tensor> ofFilm) {}

  /** A head's output {@code [N,1]} with the offsets of its task, as {@code [N]}. */
  private Tensor added(Task task, Tensor head, Offsets offsets) {
    Tensor sum = head.squeeze(1);
    if (offsets.ofClinical.isPresent() && seesClinical(task)) {
      sum = sum.add(offsets.ofClinical.get().select(1, task.column()));
    }
    return offsets.ofFilm.isPresent()
        ? sum.add(offsets.ofFilm.get().select(1, task.column()))
        : sum;
  }

  private static Tensor join(Tensor representation, Optional<Tensor> embedded) {
    return embedded
        .map(e -> torch.cat(new TensorVector(representation, e), 1))
        .orElse(representation);
  }

  /**
   * Identity forward, to the bit ({@code x - x} is 0); backward the gradient times alpha.
   *
   * @param alpha in [0, 1]
   */
  static Tensor scaleGradient(Tensor x, double alpha) {
    if (alpha == 1) {
      return x;
    }
    Tensor constant = x.detach();
    return alpha == 0 ? constant : constant.add(x.sub(constant).mul(new Scalar(alpha)));
  }

  private void checkClinical(Tensor clinical) {
    long inputs = settings.clinical().inputs();
    if (clinical.dim() != 2 || clinical.size(1) != inputs) {
      throw new IllegalArgumentException(
          "clinical input must be [N,%d], found %s"
              .formatted(inputs, Arrays.toString(Tensors.shape(clinical))));
    }
  }

  /** T-scores in the target's unit from the head's standardised ones. */
  public Tensor tScoreInUnits(Tensor standardised) {
    return standardised
        .mul(new Scalar(settings.tScoreStandardDeviation()))
        .add(new Scalar(settings.tScoreMean()));
  }

  /**
   * Sets the screening head's bias to the log odds of a prevalence, so that training does not begin
   * by learning it.
   *
   * @param prevalence share of bone loss among the training films, in (0, 1)
   */
  public void startFromPrevalence(double prevalence) {
    if (!(prevalence > 0 && prevalence < 1)) {
      throw new IllegalArgumentException("prevalence must be in (0, 1), found " + prevalence);
    }
    float logOdds = (float) Math.log(prevalence / (1 - prevalence));
    Tensors.assign(screeningHead.bias(), new float[] {logOdds});
  }

  /**
   * Makes the regressions on the clinical variables all that the heads say at first: the network
   * then learns what the film adds to them.
   *
   * @param coefficients of each task that has a regression: intercept, then one per clinical input
   */
  public void startFromClinical(Map<Task, double[]> coefficients) {
    startFrom(
        clinicalOffset.orElseThrow(
            () -> new IllegalStateException("the network takes no clinical offset")),
        coefficients);
  }

  /**
   * Makes the regressions on the moments of all stages all that the heads say at first.
   *
   * @param coefficients of each task that has a regression: intercept, then one per moment
   */
  public void startFromMoments(Map<Task, double[]> coefficients) {
    startFrom(
        momentOffset.orElseThrow(
            () -> new IllegalStateException("the network takes no moments of its stages")),
        coefficients);
  }

  private void startFrom(HeldRegression regression, Map<Task, double[]> coefficients) {
    coefficients.forEach(regression::set);
    Map<Task, Linear> last =
        Map.of(
            Task.SCREENING, screeningHead,
            Task.SEVERITY, severityHead,
            Task.T_SCORE, tScoreSecond);
    for (Task task : coefficients.keySet()) {
      last.get(task).clear();
    }
  }

  /** Training (batch statistics, dropout, dropped clinical variables) or evaluation. */
  public void train(boolean on) {
    training = on;
    backbone.train(on);
  }

  /** Takes the backbone's batch statistics over the parts of all workers. */
  public void share(WorkerGroup workers) {
    backbone.share(workers);
  }

  /** Sets the precision of the backbone's arithmetic. */
  public void precision(Precision value) {
    precision = value;
  }

  /** All tensors: {@code backbone.} and torchvision's names, then neck, routing and heads. */
  public List<NamedTensor> tensors() {
    List<NamedTensor> all = new ArrayList<>();
    backbone.tensors().forEach(named -> all.add(named.under("backbone")));
    all.addAll(headTensors());
    return all;
  }

  private List<NamedTensor> headTensors() {
    List<NamedTensor> all = new ArrayList<>(neckLinear.tensors());
    all.addAll(neckNorm.tensors());
    all.addAll(routing.tensors());
    clinicalEmbedding.ifPresent(embedding -> all.addAll(embedding.tensors()));
    clinicalOffset.ifPresent(offset -> all.addAll(offset.tensors()));
    momentOffset.ifPresent(offset -> all.addAll(offset.tensors()));
    Stream.of(screeningHead, severityHead, tScoreFirst, tScoreSecond)
        .forEach(linear -> all.addAll(linear.tensors()));
    return all;
  }

  /** The optimiser's groups; frozen tensors are in none, empty groups are left out. */
  public List<ParameterGroup> parameterGroups() {
    List<NamedTensor> trunk =
        backbone.tensors().stream().map(named -> named.under("backbone")).toList();
    return Stream.of(
            ParameterGroup.of(ParameterGroup.Part.BACKBONE, NamedTensor.Role.WEIGHT, trunk),
            ParameterGroup.of(ParameterGroup.Part.BACKBONE, NamedTensor.Role.OFFSET, trunk),
            ParameterGroup.of(ParameterGroup.Part.HEADS, NamedTensor.Role.WEIGHT, headTensors()),
            ParameterGroup.of(ParameterGroup.Part.HEADS, NamedTensor.Role.OFFSET, headTensors()))
        .filter(group -> !group.parameters().isEmpty())
        .toList();
  }

  /** What fixed the network's shape. */
  public StrNetSettings settings() {
    return settings;
  }

  /** The convolutional part. */
  public Backbone backbone() {
    return backbone;
  }

  /** Neck: this layer, {@link #neckNorm}, GELU, dropout. */
  public Linear neckLinear() {
    return neckLinear;
  }

  /** The neck's norm. */
  public LayerNorm neckNorm() {
    return neckNorm;
  }

  /** From the neck to the tasks. */
  public TaskRouting routing() {
    return routing;
  }

  /** The clinical variables' embedding, when the network takes some. */
  public Optional<ClinicalEmbedding> clinicalEmbedding() {
    return clinicalEmbedding;
  }

  /** The regressions on the clinical variables, when the network adds to them. */
  public Optional<HeldRegression> clinicalOffset() {
    return clinicalOffset;
  }

  /** The regressions on the moments of all stages, when the network adds to them. */
  public Optional<HeldRegression> momentOffset() {
    return momentOffset;
  }

  /** Logit of bone loss from {@code [r, embedding if all heads see it]}. */
  public Linear screeningHead() {
    return screeningHead;
  }

  /** Logit of osteoporosis given bone loss, same input as the screening head's. */
  public Linear severityHead() {
    return severityHead;
  }

  /** T-score head: {@code [r, embedding]} through this layer, GELU, {@link #tScoreSecond}. */
  public Linear tScoreFirst() {
    return tScoreFirst;
  }

  /** The T-score head's last layer. */
  public Linear tScoreSecond() {
    return tScoreSecond;
  }
}
