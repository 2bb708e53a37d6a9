/** The command {@code strnet archive}, and the main class that a cluster is given. */
@NullMarked
package org.strnet.spark.command;

import org.jspecify.annotations.NullMarked;
