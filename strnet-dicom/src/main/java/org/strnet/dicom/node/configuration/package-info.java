/**
 * What the node is told: one YAML file over documented defaults, bound to records that check every
 * value. An unknown key is an error. A file enters; a {@link
 * org.strnet.dicom.node.configuration.NodeConfiguration} leaves. Secrets stand in files of their
 * own, which the configuration names.
 */
@NullMarked
package org.strnet.dicom.node.configuration;

import org.jspecify.annotations.NullMarked;
