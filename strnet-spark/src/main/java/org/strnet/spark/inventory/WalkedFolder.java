package org.strnet.spark.inventory;

import java.io.Serializable;

/**
 * A folder to list.
 *
 * @param path with its scheme
 * @param deep whether the folders below it are listed with it
 */
record WalkedFolder(String path, boolean deep) implements Serializable {}
