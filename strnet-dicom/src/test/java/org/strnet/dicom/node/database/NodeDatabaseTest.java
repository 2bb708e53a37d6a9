package org.strnet.dicom.node.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.node.TestObjects;
import org.strnet.dicom.node.intake.Intake;
import org.strnet.dicom.node.intake.IntakeException;
import org.strnet.dicom.node.intake.IntakeRules;
import org.strnet.dicom.node.intake.Refusal;
import org.strnet.dicom.node.queue.Admission;
import org.strnet.dicom.node.queue.ClaimedObject;
import org.strnet.dicom.node.queue.DeliveryQueue;
import org.strnet.dicom.node.queue.DroppableFile;
import org.strnet.dicom.node.queue.NodeFolder;
import org.strnet.dicom.node.queue.ObjectQueue;
import org.strnet.dicom.node.queue.ObjectState;
import org.strnet.dicom.node.queue.OutcomeLedger;
import org.strnet.dicom.node.queue.QueueLedger;
import org.strnet.dicom.node.queue.StoredObject;
import org.strnet.dicom.node.queue.StoredResult;
import org.strnet.dicom.sealing.Sealing;
import org.strnet.provenance.BadInputException;

class NodeDatabaseTest {

  @TempDir Path root;

  private static JdbcDataSource h2(Path file) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:%s;WRITE_DELAY=0".formatted(file));
    source.setUser("node");
    source.setPassword("");
    return source;
  }

  /** Connections that fail at every statement while a switch is on, as on a full disk. */
  private static DataSource failing(DataSource real, AtomicBoolean broken) {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          if (broken.get()) {
            throw new SQLException("disk full");
          }
          Object result = method.invoke(real, arguments);
          return result instanceof Connection connection
              ? proxy(
                  Connection.class,
                  (m, a) -> {
                    if (broken.get() && m.getName().equals("prepareStatement")) {
                      throw new SQLException("disk full");
                    }
                    return m.invoke(connection, a);
                  })
              : result;
        });
  }

  private interface Call {
    Object call(java.lang.reflect.Method method, Object[] arguments) throws Exception;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                return call.call(method, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private static StoredObject object(int number) {
    String hash = "%064d".formatted(number);
    return new StoredObject(TestObjects.uid(number), hash, TestObjects.CR, number + ".dcm", 1);
  }

  @Test
  void a_failing_database_refuses_with_out_of_resources_and_recovers_by_itself() throws Exception {
    AtomicBoolean broken = new AtomicBoolean();
    try (NodeFolder folder = NodeFolder.open(root.resolve("node"), Sealing.NONE);
        NodeDatabase database = NodeDatabase.open("test", failing(h2(folder.database()), broken))) {
      ObjectQueue queue = new ObjectQueue(database);
      IntakeRules rules =
          new IntakeRules(Set.of(TestObjects.CR), Set.of(TestObjects.EXPLICIT), 1 << 20, 0, 100);
      Intake intake = new Intake(rules, folder, queue, () -> 1L << 40, () -> {});
      intake.take(new ByteArrayInputStream(TestObjects.small(1)));
      broken.set(true);
      assertThatThrownBy(() -> intake.take(new ByteArrayInputStream(TestObjects.small(2))))
          .isInstanceOfSatisfying(
              IntakeException.class,
              e -> {
                assertThat(e.refusal()).isEqualTo(Refusal.UNAVAILABLE);
                assertThat(e.refusal().status()).isEqualTo(0xA700);
              });
      broken.set(false);
      assertThat(intake.take(new ByteArrayInputStream(TestObjects.small(2))).admission())
          .isEqualTo(Admission.NEW);
      assertThat(intake.take(new ByteArrayInputStream(TestObjects.small(1))).admission())
          .isEqualTo(Admission.KNOWN);
      assertThat(queue.waiting()).isEqualTo(2);
    }
  }

  @Test
  void a_database_that_another_program_holds_is_named() throws Exception {
    Path file = root.resolve("queue");
    try (NodeDatabase held = NodeDatabase.open(file)) {
      // The same process would share the database: ask in another one.
      Process other =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty(
                      "surefire.test.class.path", System.getProperty("java.class.path")),
                  Opening.class.getName(),
                  file.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(other.waitFor()).isEqualTo(2);
      assertThat(said).contains("it is in use");
      assertThat(new QueueLedger(held).counts().objects()).isEmpty();
    }
  }

  /** Opens a database; ends with 2 where that is refused as bad input. */
  public static final class Opening {
    private Opening() {}

    /** One argument: the file. */
    public static void main(String[] arguments) {
      try (NodeDatabase database = NodeDatabase.open(Path.of(arguments[0]))) {
        System.out.println("objects: " + new QueueLedger(database).counts());
      } catch (BadInputException e) {
        System.out.println(e.getMessage());
        System.exit(2);
      }
    }
  }

  @Test
  void an_object_under_which_the_node_dies_again_and_again_is_left_alone() {
    for (int death = 1; death <= 3; death++) {
      // As a process that dies: nothing is given back.
      try (NodeDatabase database = NodeDatabase.open(root.resolve("queue"))) {
        ObjectQueue queue = new ObjectQueue(database);
        OutcomeLedger ledger = new OutcomeLedger(queue);
        if (death == 1) {
          queue.admit(List.of(object(1), object(2)), 0);
        }
        assertThat(ledger.blame(3, 0)).isZero();
        Optional<ClaimedObject> claimed = queue.claim(death > 1, 1);
        assertThat(claimed.orElseThrow().fileName()).isEqualTo("1.dcm");
      }
    }
    try (NodeDatabase database = NodeDatabase.open(root.resolve("queue"))) {
      ObjectQueue queue = new ObjectQueue(database);
      assertThat(new OutcomeLedger(queue).blame(3, 0)).isEqualTo(1);
      assertThat(queue.waiting()).isEqualTo(1);
      assertThat(queue.claim(true, 1)).isEmpty();
      assertThat(queue.claim(false, 1).orElseThrow().fileName()).isEqualTo("2.dcm");
      assertThat(new QueueLedger(database).counts().outcomes())
          .containsEntry("failed:node_died", 1L);
    }
  }

  @Test
  void a_newer_schema_is_refused() throws Exception {
    Path file = root.resolve("queue");
    NodeDatabase.open(file).close();
    try (Connection connection = h2(file).getConnection();
        var statement = connection.createStatement()) {
      statement.execute("INSERT INTO schema_version VALUES (99)");
    }
    assertThatThrownBy(() -> NodeDatabase.open(file))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("newer");
  }

  @Test
  void files_may_go_when_everything_was_delivered_and_not_before() {
    try (NodeDatabase database = NodeDatabase.open(root.resolve("queue"))) {
      ObjectQueue queue = new ObjectQueue(database);
      OutcomeLedger ledger = new OutcomeLedger(queue);
      DeliveryQueue deliveries = new DeliveryQueue(database);
      queue.admit(List.of(object(1)), 0);
      long id = queue.claim(false, 0).orElseThrow().id();
      StoredResult result =
          new StoredResult(
              org.strnet.dicom.result.ResultKind.PAGE, "1.2", "1.2.3", "r.dcm", List.of("a", "b"));
      ledger.end(id, ObjectState.PROCESSED, "assessed", "", List.of(result), 10);
      deliveries.delivered(deliveries.next("a", 10).orElseThrow().id(), 20);
      assertThat(ledger.droppableObjects(100, 9)).isEmpty();
      assertThat(ledger.droppableResults(100, 9)).isEmpty();
      deliveries.delivered(deliveries.next("b", 10).orElseThrow().id(), 20);
      List<DroppableFile> objects = ledger.droppableObjects(100, 9);
      List<DroppableFile> results = ledger.droppableResults(100, 9);
      assertThat(objects).extracting(DroppableFile::fileName).containsExactly("1.dcm");
      assertThat(results).extracting(DroppableFile::fileName).containsExactly("r.dcm");
      ledger.markDropped(objects, results);
      assertThat(ledger.droppableObjects(100, 9)).isEmpty();
      assertThat(queue.ask(object(1))).isEqualTo(Admission.KNOWN);
    }
  }
}
