/**
 * Names of places, local or in any storage that Hadoop has a connector for, as one kind of path.
 */
@NullMarked
package org.strnet.spark.storage;

import org.jspecify.annotations.NullMarked;
