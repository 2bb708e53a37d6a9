package org.strnet.server.quality.densitometry;

import java.time.Instant;

/**
 * A densitometry in the database.
 *
 * @param id random identifier
 * @param value what was measured
 * @param source how it came: entered, imported, or a system's name
 * @param enteredAt when
 * @param enteredBy the account's name
 */
public record KeptDensitometry(
    String id, Densitometry value, String source, Instant enteredAt, String enteredBy) {}
