package org.strnet.spark.inventory;

import java.io.Serializable;

/**
 * A study to ask for its films.
 *
 * @param archive its number among the archives
 * @param uid of the study, or of a list
 */
record WebStudy(int archive, String uid) implements Serializable {}
