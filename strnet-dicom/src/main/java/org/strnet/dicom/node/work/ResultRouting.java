package org.strnet.dicom.node.work;

import java.util.List;
import org.strnet.dicom.result.ResultKind;

/** Which destinations are to hold a result. */
public interface ResultRouting {

  /** Names of the destinations for a kind of result. */
  List<String> destinations(ResultKind kind);
}
