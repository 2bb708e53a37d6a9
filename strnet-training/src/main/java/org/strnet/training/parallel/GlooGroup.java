package org.strnet.training.parallel;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.bytedeco.javacpp.chrono.Milliseconds;
import org.bytedeco.pytorch.FileStore;
import org.bytedeco.pytorch.GlooDeviceVector;
import org.bytedeco.pytorch.ProcessGroupGloo;
import org.bytedeco.pytorch.Store;
import org.bytedeco.pytorch.TCPStore;
import org.bytedeco.pytorch.TCPStoreOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorBase;
import org.bytedeco.pytorch.TensorTensorHook;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.Work;
import org.strnet.training.tensor.TensorScope;

/** Workers that speak by LibTorch's Gloo. */
public final class GlooGroup implements WorkerGroup {

  private final WorkerRank rank;
  private final Store store;
  private final ProcessGroupGloo group;
  // One for all tensors: JavaCPP has ten callbacks of a kind, and the eleventh is a null pointer.
  private final SumOfGradients sumOfGradients = new SumOfGradients();
  private Optional<WorkerLostException> lost = Optional.empty();

  private GlooGroup(WorkerRank rank, Store store, String address, Duration timeout) {
    this.rank = rank;
    try (TensorScope scope = TensorScope.open()) {
      this.store = TensorScope.permanent(store);
      Milliseconds patience = new Milliseconds(timeout.toMillis());
      store.setTimeout(patience);
      ProcessGroupGloo.Options options = ProcessGroupGloo.Options.create(patience);
      options.devices(new GlooDeviceVector(ProcessGroupGloo.createDeviceForHostname(address)));
      options.threads(1);
      group =
          TensorScope.permanent(new ProcessGroupGloo(store, rank.rank(), rank.workers(), options));
    }
  }

  /**
   * Meets the other workers of one machine, over the loopback device: nothing listens outside.
   *
   * @param rank of this worker
   * @param store file by which they find each other; made by the first to come, of use once
   * @param timeout longest wait for another worker, here and in every later exchange
   * @throws WorkerLostException if not all come in time
   */
  public static GlooGroup onOneMachine(WorkerRank rank, Path store, Duration timeout) {
    try {
      return new GlooGroup(
          rank, new FileStore(store.toString(), rank.workers()), "127.0.0.1", timeout);
    } catch (RuntimeException e) {
      throw new WorkerLostException("the workers did not find each other: " + firstLine(e), e);
    }
  }

  /**
   * Meets workers of other machines. Rank 0 listens on the port, on all addresses of its machine;
   * the others are reached at the address by which they reach it. Nothing is encrypted, nobody is
   * asked who he is: for a network that belongs to these machines alone.
   *
   * @param rank of this worker
   * @param rendezvous address of rank 0's machine, and a port that is free there
   * @param timeout longest wait for another worker in every exchange
   * @throws WorkerLostException if not all come in time
   */
  public static GlooGroup overNetwork(
      WorkerRank rank, InetSocketAddress rendezvous, Duration timeout) {
    try {
      TCPStoreOptions options =
          new TCPStoreOptions().port((short) rendezvous.getPort()).isServer(rank.rank() == 0);
      return new GlooGroup(
          rank,
          new TCPStore(rendezvous.getHostString(), options),
          rank.rank() == 0 ? rendezvous.getHostString() : ownAddress(rendezvous),
          timeout);
    } catch (RuntimeException e) {
      throw new WorkerLostException("the workers did not find each other: " + firstLine(e), e);
    } catch (IOException e) {
      throw new WorkerLostException("the rendezvous cannot be reached: " + e.getMessage(), e);
    }
  }

  /** The address of this machine on the way to another; no packet is sent. */
  private static String ownAddress(InetSocketAddress other) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(other);
      return socket.getLocalAddress().getHostAddress();
    }
  }

  @Override
  public WorkerRank rank() {
    return rank;
  }

  @Override
  public void sum(Tensor values) {
    exchange(values, true);
  }

  @Override
  public void takeFromFirst(Tensor values) {
    exchange(values, false);
  }

  private void exchange(Tensor values, boolean summed) {
    lost.ifPresent(
        first -> {
          throw first;
        });
    try (TensorScope scope = TensorScope.open()) {
      TensorVector one = new TensorVector(values.detach());
      Work work = summed ? group.allreduce(one) : group.broadcast(one);
      work._wait();
    } catch (RuntimeException e) {
      WorkerLostException failure =
          new WorkerLostException("a worker was lost: " + firstLine(e), e);
      lost = Optional.of(failure);
      throw failure;
    }
  }

  @Override
  public Tensor sumWithGradient(Tensor part) {
    Tensor own = part.detach();
    Tensor total = own.clone();
    sum(total);
    // Its value is the total, to the bit; its gradient is the part's.
    Tensor recorded = total.add(part.sub(own));
    recorded.register_hook(sumOfGradients);
    return recorded;
  }

  @Override
  public void backward(Tensor loss) {
    // The scope keeps what the hook returns until LibTorch has taken it.
    try (TensorScope scope = TensorScope.open()) {
      loss.backward();
    } catch (RuntimeException e) {
      // What a hook throws comes back through LibTorch without its type.
      throw lost.isPresent() ? lost.get() : e;
    }
  }

  @Override
  public void close() {
    group.close();
    store.close();
  }

  /** The first line, without the source file in brackets that Gloo begins with. */
  private static String firstLine(RuntimeException e) {
    String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("no answer");
    return first.replaceFirst("^\\[/[^]]*] ", "");
  }

  private final class SumOfGradients extends TensorTensorHook {
    @Override
    public TensorBase call(TensorBase gradient) {
      Tensor total = new Tensor(gradient).contiguous().clone();
      sum(total);
      return total;
    }
  }
}
