package org.strnet.study.checklist;

import java.util.Optional;

/**
 * Where a reader finds an answer.
 *
 * @param text for the reader
 * @param link relative to the folder of the study, where there is a file
 */
record Place(String text, Optional<String> link) {}
