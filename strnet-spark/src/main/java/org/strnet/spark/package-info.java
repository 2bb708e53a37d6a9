/**
 * Screening an archive on Apache Spark: an inventory of films enters, one row per film leaves. What
 * a film is and what is made of it stands in the modules below; what runs where, again and on how
 * many machines is the engine's.
 */
@NullMarked
package org.strnet.spark;

import org.jspecify.annotations.NullMarked;
