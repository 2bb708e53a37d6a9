package org.strnet.server.screening;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.strnet.dicom.node.queue.KeptLedger;
import org.strnet.dicom.node.queue.KeptObject;
import org.strnet.dicom.sealing.BrokenSealException;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.film.FilmState;
import org.strnet.server.film.FilmVault;

/**
 * Compares what the node still has with the register when the server starts. The node forces what
 * it acknowledges to disk, the register writes its rows and leaves the forcing to the system: after
 * a power failure rows of the last seconds may be missing. Such films are processed once more,
 * behind the server's back: it answers meanwhile.
 */
@Component
public class RegisterReconciliation {

  private static final Logger LOG = System.getLogger(RegisterReconciliation.class.getName());
  private static final int AT_ONCE = 500;

  private final NodeService node;
  private final FilmRegister films;
  private final FilmVault vault;
  private volatile boolean closing;

  RegisterReconciliation(NodeService node, FilmRegister films, FilmVault vault) {
    this.node = node;
    this.films = films;
    this.vault = vault;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    Thread thread = new Thread(this::run, "register-reconciliation");
    thread.setDaemon(true);
    thread.start();
  }

  @EventListener(ContextClosedEvent.class)
  void stop() {
    closing = true;
  }

  private void run() {
    try {
      int missing = reconcile();
      if (missing > 0) {
        LOG.log(Level.WARNING, "{0} films of the node were missing here, and are back", missing);
      }
    } catch (RuntimeException e) {
      if (!closing) {
        LOG.log(Level.WARNING, "node and register could not be compared; the next start will", e);
      }
    }
  }

  /**
   * Puts back what the register lacks: rows and results by processing the object again, files from
   * the node's copy.
   *
   * @return how many films lacked something
   */
  int reconcile() {
    KeptLedger kept = node.node().kept();
    int missing = 0;
    List<KeptObject> some = kept.after(0, AT_ONCE);
    while (!some.isEmpty() && !closing) {
      for (KeptObject object : some) {
        missing += reconcile(kept, object) ? 1 : 0;
      }
      some = kept.after(some.get(some.size() - 1).id(), AT_ONCE);
    }
    return missing;
  }

  private boolean reconcile(KeptLedger kept, KeptObject object) {
    Optional<Film> film = films.bySopInstanceUid(object.sopInstanceUid());
    boolean restored = film.isPresent() && restore(kept, film.get(), object);
    // What failed in the node has no result, and stands still until somebody does something.
    boolean complete =
        film.isPresent() && (film.get().state() == FilmState.DONE || !object.processed());
    return (!complete && kept.processAgain(object)) || restored;
  }

  private boolean restore(KeptLedger kept, Film film, KeptObject object) {
    if (vault.holds(film.file())) {
      return false;
    }
    try {
      vault.keep(kept.bytes(object), film.file());
      if (Files.exists(object.file())) {
        return true;
      }
      // It is being deleted just now, in the node first: nothing may be left of it.
      vault.delete(film.file());
      return false;
    } catch (IOException | BrokenSealException e) {
      LOG.log(Level.WARNING, "film {0} cannot be read from the node", film.id());
      return false;
    }
  }
}
