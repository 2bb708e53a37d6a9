package org.strnet.dicom.send;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.aoju.bus.core.exception.InternalException;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.io.ImageInputStream;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.DataWriter;
import org.aoju.bus.image.metric.DataWriterAdapter;
import org.aoju.bus.image.metric.DimseRSP;
import org.aoju.bus.image.metric.internal.pdu.AAssociateRJ;
import org.strnet.dicom.result.ResultObject;

/**
 * Sends by C-STORE. One association is opened with the first object and kept until it has been idle
 * or is closed; one that was lost meanwhile is opened again. A comment of the destination is left
 * out of messages, since it may name the patient.
 */
public final class CStoreSender implements ResultSender {

  private static final int MEDIUM = 0;
  private static final int META_LENGTH_AT = 140;
  private static final int META_FROM = 144;

  private final StorePeer peer;
  private Optional<StoreAssociation> open = Optional.empty();

  /** A sender for a destination. */
  public CStoreSender(StorePeer peer) {
    this.peer = peer;
  }

  @Override
  public synchronized void send(ResultObject result) throws DeliveryException {
    boolean kept = open.isPresent() && open.get().isReady();
    try {
      sendOnce(result);
    } catch (DeliveryException e) {
      // A destination may end an association that was kept at any moment: that is no failure yet.
      if (!kept || !e.isWorthAnotherTry() || isReady()) {
        throw e;
      }
      sendOnce(result);
    }
  }

  @Override
  public synchronized void close() {
    open.ifPresent(StoreAssociation::close);
    open = Optional.empty();
  }

  private boolean isReady() {
    return open.isPresent() && open.get().isReady();
  }

  private void sendOnce(ResultObject result) throws DeliveryException {
    try {
      store(association(), result);
    } catch (IOException | InternalException e) {
      close();
      throw new DeliveryException(who() + ": the association was lost", true, e);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new DeliveryException(who() + ": sending was interrupted", true, e);
    }
  }

  private Association association() throws DeliveryException, InterruptedException {
    if (!isReady()) {
      close();
      open = Optional.of(connect());
    }
    return open.orElseThrow().association();
  }

  private StoreAssociation connect() throws DeliveryException, InterruptedException {
    try {
      return StoreAssociation.open(peer);
    } catch (AAssociateRJ e) {
      throw new DeliveryException(
          String.format(
              Locale.ROOT,
              "%s: the association must be accepted, found rejected (result %d, source %d, reason %d)",
              who(),
              e.getResult(),
              e.getSource(),
              e.getReason()),
          true,
          e);
    } catch (IOException | InternalException | GeneralSecurityException e) {
      throw new DeliveryException(who() + ": must answer, found no connection", true, e);
    }
  }

  private void store(Association association, ResultObject result)
      throws DeliveryException, IOException, InterruptedException {
    Set<String> syntaxes = association.getTransferSyntaxesFor(result.sopClassUid());
    if (syntaxes == null || syntaxes.isEmpty()) {
      throw new DeliveryException(
          "%s: must accept the SOP class %s, found refused".formatted(who(), result.sopClassUid()),
          false);
    }
    boolean asIs = syntaxes.contains(UID.ExplicitVRLittleEndian);
    DimseRSP answer =
        association.cstore(
            result.sopClassUid(),
            result.sopInstanceUid(),
            MEDIUM,
            asIs ? raw(result.file()) : new DataWriterAdapter(parsed(result.file())),
            asIs ? UID.ExplicitVRLittleEndian : syntaxes.iterator().next());
    PromptAcknowledgement.of(association.getSocket());
    while (answer.next()) {
      // A C-STORE has one answer.
    }
    int status = answer.getCommand().getInt(Tag.Status, -1);
    StoreStatus.require(who(), status & 0xffff, "");
  }

  private String who() {
    return peer.calledAet();
  }

  /** The file without its meta information: what it holds is sent byte for byte. */
  private static DataWriter raw(byte[] file) {
    int start = datasetStart(file);
    return (out, syntax) -> out.write(file, start, file.length - start);
  }

  /** Behind the meta information, whose length is its first element (PS3.10, 7.1). */
  private static int datasetStart(byte[] file) {
    int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(META_LENGTH_AT);
    if (length < 0 || length > file.length - META_FROM) {
      throw new IllegalArgumentException(
          "meta information lies within the file, found a length of " + length);
    }
    return META_FROM + length;
  }

  private static Attributes parsed(byte[] file) throws IOException {
    try (ImageInputStream in = new ImageInputStream(new ByteArrayInputStream(file))) {
      return in.readDataset(-1, -1);
    }
  }
}
