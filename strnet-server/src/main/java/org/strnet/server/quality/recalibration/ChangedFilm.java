package org.strnet.server.quality.recalibration;

import org.strnet.decision.Decision;
import org.strnet.server.quality.densitometry.ScoredFilm;

/**
 * A past film that another operating point decides otherwise.
 *
 * @param film as it is
 * @param now what the operating point in force decides
 * @param then what the other one would
 */
public record ChangedFilm(ScoredFilm film, Decision now, Decision then) {}
