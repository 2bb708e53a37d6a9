/**
 * A small web server: STOW-RS (PS3.18, 10.5), health and metrics. Requests enter; objects go to the
 * {@link org.strnet.dicom.node.intake.Intake}, and its answers leave as application/dicom+json.
 * Health and metrics are counts and need no authorisation.
 */
@NullMarked
package org.strnet.dicom.node.web;

import org.jspecify.annotations.NullMarked;
