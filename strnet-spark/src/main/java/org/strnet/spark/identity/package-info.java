/**
 * What films, patients and objects are called in the results: pseudonyms unless plain names are
 * asked for. A place, a size and a time enter; the film's key leaves, by which the ledger knows it.
 */
@NullMarked
package org.strnet.spark.identity;

import org.jspecify.annotations.NullMarked;
