package org.strnet.dicom.node.receive;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.aoju.bus.image.metric.AdvancedHandler;
import org.aoju.bus.image.metric.Connection;
import org.strnet.dicom.send.PromptAcknowledgement;

/**
 * Accepts connections. The toolkit's own listener shakes hands with a TLS client in the thread that
 * accepts, so that one silent client would stop all others.
 */
final class Listener implements Closeable {

  private static final Logger LOG = System.getLogger(Listener.class.getName());
  private static final int BACKLOG = 128;

  private final ReceiverRules rules;
  private final Connection connection;
  private final Executor threads;
  private final ServerSocket server;

  Listener(ReceiverRules rules, Connection connection, Executor threads) throws IOException {
    this.rules = rules;
    this.connection = connection;
    this.threads = threads;
    server = open(rules);
    Thread thread = new Thread(this::accept, "node-dicom-accept");
    thread.setDaemon(true);
    thread.start();
  }

  private static ServerSocket open(ReceiverRules rules) throws IOException {
    ServerSocket server =
        rules.tls().isPresent()
            ? rules.tls().get().getServerSocketFactory().createServerSocket()
            : new ServerSocket();
    try {
      if (server instanceof SSLServerSocket tls) {
        tls.setNeedClientAuth(rules.clientCertificates());
        tls.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
      }
      server.setReuseAddress(true);
      server.bind(
          new InetSocketAddress(InetAddress.getByName(rules.address()), rules.port()), BACKLOG);
      return server;
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        begin(socket);
      } catch (IOException e) {
        if (!server.isClosed()) {
          LOG.log(Level.WARNING, "a connection was not accepted: {0}", e.getMessage());
          Thread.onSpinWait();
        }
      }
    }
  }

  private void begin(Socket socket) {
    try {
      socket.setTcpNoDelay(true);
      PromptAcknowledgement.of(socket);
      socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE, rules.idle().toMillis() + 1000));
      if (socket instanceof SSLSocket tls) {
        threads.execute(() -> shakeHands(tls));
      } else {
        AdvancedHandler.INSTANCE.onAccept(connection, socket);
      }
    } catch (RejectedExecutionException | IOException e) {
      LOG.log(Level.WARNING, "a connection was closed: as many are open as allowed");
      close(socket);
    }
  }

  private void shakeHands(SSLSocket socket) {
    try {
      socket.startHandshake();
      AdvancedHandler.INSTANCE.onAccept(connection, socket);
    } catch (RejectedExecutionException | IOException e) {
      LOG.log(Level.WARNING, "a TLS connection was closed: {0}", e.getMessage());
      close(socket);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no more use.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
