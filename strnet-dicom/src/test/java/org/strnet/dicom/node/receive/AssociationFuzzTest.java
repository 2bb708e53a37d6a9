package org.strnet.dicom.node.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.node.Programs;
import org.strnet.dicom.node.Stage;
import org.strnet.dicom.node.TestObjects;

/** Whatever strangers send, the next sender is served. */
@Timeout(60)
class AssociationFuzzTest {

  private static final Duration IDLE = Duration.ofMillis(700);

  @TempDir Path root;

  private static Socket connect(DicomReceiver receiver) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), receiver.port());
  }

  private void requireServes(Stage stage, DicomReceiver receiver, int film) throws Exception {
    Programs.require("storescu");
    List<Path> films = TestObjects.write(root.resolve("films"), film, 1, 64);
    long before = stage.queue.waiting();
    int status = -1;
    for (int i = 0; i < 50 && status != 0; i++) {
      // Strangers still in the system's line come in while others go.
      Thread.sleep(i == 0 ? 0 : 100);
      status =
          Programs.run(
              root.resolve("log"),
              List.of(
                  "storescu",
                  "-aec",
                  "STRNET",
                  "127.0.0.1",
                  String.valueOf(receiver.port()),
                  films.get(0).toString()));
    }
    assertThat(status).isZero();
    assertThat(stage.queue.waiting()).isEqualTo(before + 1);
  }

  private static void shed(DicomReceiver receiver) throws InterruptedException {
    for (int i = 0; i < 100 && receiver.openAssociations() > 0; i++) {
      Thread.sleep(50);
    }
    assertThat(receiver.openAssociations()).isZero();
  }

  private static byte[] pdu(int type, int length, byte[] rest) {
    return ByteBuffer.allocate(6 + rest.length)
        .put((byte) type)
        .put((byte) 0)
        .putInt(length)
        .put(rest)
        .array();
  }

  /** An A-ASSOCIATE-RQ (PS3.8, 9.3.2) for CR Image Storage in explicit VR little endian. */
  private static byte[] associate() {
    byte[] context = item(0x10, "1.2.840.10008.3.1.1.1".getBytes(StandardCharsets.US_ASCII));
    byte[] syntaxes =
        joined(
            item(0x30, TestObjects.CR.getBytes(StandardCharsets.US_ASCII)),
            item(0x40, TestObjects.EXPLICIT.getBytes(StandardCharsets.US_ASCII)));
    byte[] presentation = item(0x20, joined(new byte[] {1, 0, 0, 0}, syntaxes));
    byte[] user = item(0x50, item(0x51, new byte[] {0, 0, 0x40, 0}));
    byte[] titles = "STRNET          STRANGER        ".getBytes(StandardCharsets.US_ASCII);
    byte[] body =
        joined(new byte[] {0, 1, 0, 0}, titles, new byte[32], context, presentation, user);
    return pdu(1, body.length, body);
  }

  private static byte[] item(int type, byte[] value) {
    return ByteBuffer.allocate(4 + value.length)
        .put((byte) type)
        .put((byte) 0)
        .putShort((short) value.length)
        .put(value)
        .array();
  }

  private static byte[] joined(byte[]... parts) {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static void send(DicomReceiver receiver, byte[] bytes) throws IOException {
    try (Socket socket = connect(receiver);
        OutputStream out = socket.getOutputStream()) {
      out.write(bytes);
      out.flush();
    } catch (java.net.SocketException e) {
      // The receiver was quicker to close.
    }
  }

  @Test
  void garbage_and_oversized_and_truncated_pdus_do_no_harm() throws Exception {
    Random random = new Random(8);
    try (Stage stage = new Stage(root.resolve("node"));
        DicomReceiver receiver =
            new DicomReceiver(Stage.receiver(Set.of(), 4, IDLE), stage.intake)) {
      for (int i = 0; i < 100; i++) {
        byte[] garbage = new byte[random.nextInt(2000)];
        random.nextBytes(garbage);
        send(receiver, garbage);
        send(receiver, pdu(1 + random.nextInt(7), random.nextInt(), garbage));
        byte[] request = associate();
        send(receiver, java.util.Arrays.copyOf(request, random.nextInt(request.length)));
        for (int k = 0; k < 3; k++) {
          request[6 + random.nextInt(request.length - 6)] = (byte) random.nextInt();
        }
        send(receiver, joined(request, pdu(4, garbage.length, garbage)));
        send(receiver, joined(associate(), pdu(4, garbage.length, garbage)));
      }
      shed(receiver);
      requireServes(stage, receiver, 1);
    }
  }

  @Test
  void silent_and_dripping_strangers_are_cut_off() throws Exception {
    try (Stage stage = new Stage(root.resolve("node"));
        DicomReceiver receiver =
            new DicomReceiver(Stage.receiver(Set.of(), 2, IDLE), stage.intake)) {
      List<Socket> strangers = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        Socket socket = connect(receiver);
        try {
          socket.getOutputStream().write(associate(), 0, i % 2 == 0 ? 5 : associate().length);
        } catch (java.net.SocketException e) {
          // As many are open as allowed.
        }
        strangers.add(socket);
      }
      shed(receiver);
      requireServes(stage, receiver, 1);
      for (Socket stranger : strangers) {
        stranger.close();
      }
    }
  }

  @Test
  void threads_do_not_grow_with_strangers() throws Exception {
    try (Stage stage = new Stage(root.resolve("node"));
        DicomReceiver receiver =
            new DicomReceiver(Stage.receiver(Set.of(), 2, IDLE), stage.intake)) {
      List<Socket> strangers = new ArrayList<>();
      long before = receiverThreads();
      for (int i = 0; i < 100; i++) {
        strangers.add(connect(receiver));
      }
      Thread.sleep(100);
      assertThat(receiverThreads() - before).isBetween(1L, 2L + 16);
      for (Socket stranger : strangers) {
        stranger.close();
      }
    }
  }

  /** Threads of other tests in this process come and go. */
  private static long receiverThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("node-association-"))
        .count();
  }
}
