package org.strnet.server.audit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one connection that entries are written by. It is not of the pool that callers use: an entry
 * is written while its caller's transaction is open, and must not wait for a connection that waits
 * for it.
 */
@Component
class AuditConnection implements DisposableBean {

  private final HikariDataSource source;
  private final JdbcClient client;
  private final TransactionTemplate transaction;

  AuditConnection(DataSource callers) throws SQLException {
    HikariConfig same = new HikariConfig();
    callers.unwrap(HikariDataSource.class).copyStateTo(same);
    same.setPoolName("audit");
    same.setMaximumPoolSize(1);
    same.setMinimumIdle(1);
    source = new HikariDataSource(same);
    client = JdbcClient.create(source);
    transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Statements on it. */
  JdbcClient client() {
    return client;
  }

  /** A transaction on it, whatever transaction the caller is in. */
  TransactionTemplate transaction() {
    return transaction;
  }

  @Override
  public void destroy() {
    source.close();
  }
}
