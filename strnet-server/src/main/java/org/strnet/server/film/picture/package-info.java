/**
 * Pictures that are no DICOM objects (PNG, JPEG, TIFF), made into Secondary Capture objects, so
 * that everything after has one way to go. What an object states of patient and side is what
 * somebody stated when handing the picture in; nothing is made up.
 */
@NullMarked
package org.strnet.server.film.picture;

import org.jspecify.annotations.NullMarked;
