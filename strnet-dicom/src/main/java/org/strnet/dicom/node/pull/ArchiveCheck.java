package org.strnet.dicom.node.pull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.io.ImageInputStream;
import org.strnet.dicom.node.configuration.PeerConfiguration;
import org.strnet.dicom.node.configuration.PeerProtocol;
import org.strnet.dicom.node.deliver.HoldingCheck;
import org.strnet.dicom.result.ResultObject;
import org.strnet.dicom.send.DeliveryException;

/** Asks by QIDO-RS or C-FIND whether a destination holds a result. */
public final class ArchiveCheck implements HoldingCheck {

  private final Archive archive;

  /**
   * The check of a destination that can be asked.
   *
   * @param peer how it is reached
   */
  public ArchiveCheck(PeerConfiguration peer) {
    archive =
        peer.protocol() == PeerProtocol.DICOMWEB
            ? new WebArchive(peer, object -> {})
            : new DimseArchive(peer, peer.callingAe());
  }

  @Override
  public boolean holds(ResultObject result) throws DeliveryException {
    try (ImageInputStream in = new ImageInputStream(new ByteArrayInputStream(result.file()))) {
      Attributes header = in.readDataset(-1, Tag.PixelData);
      return archive.holds(
          new FoundObject(
              header.getString(Tag.StudyInstanceUID, ""),
              header.getString(Tag.SeriesInstanceUID, ""),
              result.sopInstanceUid()));
    } catch (IOException e) {
      throw new DeliveryException("the destination cannot be asked what it holds", true, e);
    }
  }
}
