/**
 * What a run is told: one YAML file over documented defaults, bound to records that check every
 * value. An unknown key is an error; the effective configuration is saved with the run and in the
 * bundle.
 */
@NullMarked
package org.strnet.training.configuration;

import org.jspecify.annotations.NullMarked;
