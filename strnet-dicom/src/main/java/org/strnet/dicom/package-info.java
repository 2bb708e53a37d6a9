/**
 * DICOM in and out. A film enters as an object of a PACS ({@code film}, {@code codec}, {@code
 * grayscale}), is asked whether it is one to assess ({@code gate}), is screened ({@code
 * screening}), and leaves as objects of the same study ({@code result}, {@code send}); {@code node}
 * does so by itself, beside the PACS. Each package imports only what stands before it. Only this
 * module knows a DICOM toolkit.
 */
@NullMarked
package org.strnet.dicom;

import org.jspecify.annotations.NullMarked;
