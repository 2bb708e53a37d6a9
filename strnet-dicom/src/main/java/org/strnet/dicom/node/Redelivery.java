package org.strnet.dicom.node;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.strnet.dicom.node.deliver.Deliveries;
import org.strnet.dicom.node.queue.NodeFolder;
import org.strnet.dicom.node.queue.RedeliveryLedger;
import org.strnet.dicom.node.queue.StoredResult;
import org.strnet.dicom.result.ResultObject;

/** Sends results of objects that were processed before. Several threads may use it. */
final class Redelivery {

  private final NodeFolder folder;
  private final RedeliveryLedger ledger;
  private final Deliveries deliveries;

  Redelivery(NodeFolder folder, RedeliveryLedger ledger, Deliveries deliveries) {
    this.folder = folder;
    this.ledger = ledger;
    this.deliveries = deliveries;
  }

  int queue(String sopInstanceUid, List<ResultObject> results) throws IOException {
    if (!ledger.knows(sopInstanceUid)) {
      throw new IllegalArgumentException("the node never took the object of these results");
    }
    int waiting;
    // The keeper of files must not delete one between its writing and its row.
    synchronized (folder) {
      List<StoredResult> stored = new ArrayList<>();
      for (ResultObject result : results) {
        List<String> destinations = deliveries.destinations(result.kind());
        if (!destinations.isEmpty()) {
          stored.add(written(result, destinations));
        }
      }
      folder.forceResults();
      waiting = ledger.queue(sopInstanceUid, stored);
    }
    deliveries.wake();
    return waiting;
  }

  private StoredResult written(ResultObject result, List<String> destinations) throws IOException {
    String name = NodeFolder.resultName(result.sopInstanceUid());
    folder.writeResult(name, result.file());
    return new StoredResult(
        result.kind(), result.sopClassUid(), result.sopInstanceUid(), name, destinations);
  }
}
