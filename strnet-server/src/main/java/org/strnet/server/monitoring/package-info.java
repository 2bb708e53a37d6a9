/**
 * What a monitoring system reads: counts and times for Prometheus, and whether the server is ready.
 * Labels are outcomes, states and names of destinations; never anything of a patient.
 */
@NullMarked
package org.strnet.server.monitoring;

import org.jspecify.annotations.NullMarked;
