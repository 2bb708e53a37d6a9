package org.strnet.training.study;

import java.nio.file.Path;
import org.strnet.knee.KneeFinderSpecification;

/**
 * A finder that goes into a new bundle.
 *
 * @param network {@code knee.onnx}
 * @param specification how it is used
 */
public record FinderFiles(Path network, KneeFinderSpecification specification) {}
