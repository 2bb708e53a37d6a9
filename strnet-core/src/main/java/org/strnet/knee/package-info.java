/**
 * Where the knee is: tibio-femoral joints found on a film, each with its centre, the width of its
 * tibial plateau and the side of the fibula, as fractions of the film.
 *
 * <p>{@link org.strnet.knee.KneeFinder} is the way in. It shows the network a {@link
 * org.strnet.knee.FilmThumbnail} ({@code [1, size, size]}, values in [-1, 1]) of the whole film,
 * reads joints out of its five planes with a {@link org.strnet.knee.JointDecoder}, and looks at
 * each once more in close-up. No joint leaves when no knee in frontal view was found: the caller
 * then says so. Imports {@code radiograph} and {@code provenance}.
 */
@NullMarked
package org.strnet.knee;

import org.jspecify.annotations.NullMarked;
