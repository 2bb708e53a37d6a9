/**
 * Phantom films as DICOM objects, for tests and for a site's acceptance. A drawn {@link
 * org.strnet.phantom.PhantomFilm} enters; a DX image for presentation with every attribute that a
 * device would write leaves. Nobody's data are in it.
 */
@NullMarked
package org.strnet.dicom.phantom;

import org.jspecify.annotations.NullMarked;
