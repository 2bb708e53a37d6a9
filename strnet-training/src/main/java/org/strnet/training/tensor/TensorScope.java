package org.strnet.training.tensor;

import java.util.Iterator;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;

/**
 * Frees on {@link #close} the native memory of all tensors that its thread made since {@link
 * #open}, save those that were kept. One per batch; see the package description.
 */
public final class TensorScope implements AutoCloseable {

  private final PointerScope scope;

  private TensorScope() {
    scope = new PointerScope();
  }

  /** Opens a scope inside those the thread has open already. */
  public static TensorScope open() {
    return new TensorScope();
  }

  /**
   * Hands a tensor made in this scope to the scope around it, or to the garbage collector when
   * there is none. To be called while this scope is the innermost.
   *
   * @return the same tensor
   */
  public <P extends Pointer> P keep(P pointer) {
    if (PointerScope.getInnerScope() != scope) {
      throw new IllegalStateException("only the innermost scope can hand a tensor on");
    }
    pointer.retainReference();
    Iterator<PointerScope> outwards = PointerScope.getScopeIterator();
    outwards.next();
    if (outwards.hasNext()) {
      outwards.next().attach(pointer);
      pointer.releaseReference();
    }
    return pointer;
  }

  /**
   * Takes a tensor out of all scopes: it lives as long as a Java object refers to it.
   *
   * @return the same tensor
   */
  public static <P extends Pointer> P permanent(P pointer) {
    pointer.retainReference();
    return pointer;
  }

  /** Frees what was made in this scope and not kept. */
  @Override
  public void close() {
    scope.close();
  }
}
