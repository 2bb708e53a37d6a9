package org.strnet.server.audit;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Refuses every change of an entry; H2 calls it by name, see the migrations. */
public final class OnlyGrows implements Trigger {

  @Override
  public void fire(
      Connection connection,
      @Nullable Object @Nullable [] before,
      @Nullable Object @Nullable [] after)
      throws SQLException {
    throw new SQLException("the audit log only grows");
  }
}
