/**
 * Where the knee is: tibio-femoral joints found on a film, each with its centre, the width of its
 * tibial plateau and the side of the fibula, as fractions of the film. Imports {@code radiograph}
 * and {@code provenance}.
 */
@NullMarked
package org.strnet.knee;

import org.jspecify.annotations.NullMarked;
