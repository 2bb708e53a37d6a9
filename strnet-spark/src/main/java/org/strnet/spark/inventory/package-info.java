/**
 * Which films an archive holds. Folders, lists and DICOMDIRs enter; a table of path, size, time of
 * change and key leaves, listed by the executors, never held by the driver.
 */
@NullMarked
package org.strnet.spark.inventory;

import org.jspecify.annotations.NullMarked;
