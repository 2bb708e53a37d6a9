package org.strnet.dicom.node.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.result.ResultKind;
import org.strnet.provenance.BadInputException;

class NodeConfigurationTest {

  private static final String ENTRIES =
      """
      destinations:
        - name: pacs
          objects: [sr, pdf]
          peer: {host: archive, calledAe: ARCHIVE}
      watched:
        - folder: /films
      pulls:
        - name: web
          peer: {url: "http://localhost:8042/dicom-web"}
      """;

  @Test
  void an_empty_file_gives_the_documented_defaults() {
    NodeConfiguration defaults = NodeConfiguration.parse("test", "");
    assertThat(defaults).isEqualTo(NodeConfiguration.defaults());
    assertThat(defaults.folder()).isEqualTo("node");
    assertThat(defaults.receiver().aeTitle()).isEqualTo("STRNET");
    assertThat(defaults.receiver().port()).isEqualTo(11112);
    assertThat(defaults.receiver().allowedCallers()).isEmpty();
    assertThat(defaults.web().address()).isEqualTo("127.0.0.1");
    assertThat(defaults.storage().sopClasses()).hasSize(4);
    assertThat(defaults.work().rules().threads())
        .isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(defaults.delivery().backOff().longest()).hasSeconds(300);
    assertThat(defaults.destinations()).isEmpty();
  }

  @Test
  void a_file_stands_over_the_caller_s_defaults_and_those_over_the_documented_ones(
      @TempDir Path place) throws Exception {
    Path file = Files.writeString(place.resolve("node.yaml"), "web: {threads: 3}");
    NodeConfiguration read = NodeConfiguration.read(file, "web: {enabled: false, threads: 2}");
    assertThat(read.web().enabled()).isFalse();
    assertThat(read.web().threads()).isEqualTo(3);
    assertThat(read.web().port()).isEqualTo(11180);
  }

  @Test
  void entries_of_lists_stand_over_the_defaults_of_their_kind() {
    NodeConfiguration read = NodeConfiguration.parse("test", ENTRIES);
    DestinationConfiguration pacs = read.destinations().get(0);
    assertThat(pacs.peer().port()).isEqualTo(104);
    assertThat(pacs.kinds())
        .containsExactlyInAnyOrder(ResultKind.STRUCTURED_REPORT, ResultKind.PDF);
    assertThat(read.pulls().get(0).bodyPart()).isEqualTo("KNEE");
    assertThat(read.watched().get(0).everySeconds()).isEqualTo(2);
  }

  @Test
  void the_effective_configuration_reads_back_equal() {
    NodeConfiguration read = NodeConfiguration.parse("test", ENTRIES);
    assertThat(NodeConfiguration.parse("again", read.toYaml())).isEqualTo(read);
  }

  @Test
  void every_key_is_known_and_one_letter_more_is_not() throws Exception {
    YAMLMapper yaml = new YAMLMapper();
    ObjectNode tree = (ObjectNode) yaml.readTree(NodeConfiguration.parse("t", ENTRIES).toYaml());
    List<String> paths = new ArrayList<>();
    misspell(yaml, tree, tree, "", paths);
    assertThat(paths).hasSizeGreaterThan(80);
  }

  /** Renames each key in turn, and expects the whole tree to be refused by that name. */
  private static void misspell(
      YAMLMapper yaml, ObjectNode root, ObjectNode at, String path, List<String> seen)
      throws Exception {
    for (Map.Entry<String, JsonNode> entry : List.copyOf(at.properties())) {
      String key = path + entry.getKey();
      seen.add(key);
      at.set(entry.getKey() + "x", at.remove(entry.getKey()));
      String broken = yaml.writeValueAsString(root);
      assertThatThrownBy(() -> NodeConfiguration.parse("site.yaml", broken))
          .isInstanceOf(BadInputException.class)
          .hasMessage("site.yaml: unknown key " + key + "x");
      at.set(entry.getKey(), at.remove(entry.getKey() + "x"));
      JsonNode value = entry.getValue();
      if (value instanceof ObjectNode inner) {
        misspell(yaml, root, inner, key + ".", seen);
      } else if (value.isArray() && value.path(0) instanceof ObjectNode inner) {
        misspell(yaml, root, inner, key + ".", seen);
      }
    }
  }

  private static void refused(String yaml, String message) {
    assertThatThrownBy(() -> NodeConfiguration.parse("site.yaml", yaml))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void values_out_of_range_are_named_with_their_range() {
    refused("receiver: {port: 70000}", "receiver.port must be 0.0 to 65535.0");
    refused("receiver: {aeTitle: ABCDEFGHIJKLMNOPQ}", "receiver.aeTitle");
    refused("receiver: {port: many}", "int");
    refused("receiver: {port: 1.5}", "int");
    refused("web: {threads: 0}", "web.threads");
    refused("storage: {longestQueue: 0}", "storage.longestQueue");
    refused("storage: {sopClasses: []}", "storage.sopClasses");
    refused("work: {attempts: 0}", "work.attempts");
    refused("delivery: {longestPauseSeconds: 0.5}", "delivery.longestPauseSeconds");
    refused("destinations: [{name: a b, peer: {host: h, calledAe: A}}]", "destinations.name");
    refused("destinations: [{name: a, objects: [x], peer: {host: h, calledAe: A}}]", "found x");
    refused("destinations: [{name: a}]", "peer.host");
    refused("watched: [{folder: ''}]", "watched.folder");
    refused("pulls: [{name: p, studyDates: May, peer: {url: 'http://a'}}]", "pulls.studyDates");
    refused("pulls: [{name: p, peer: {url: 'ftp://a'}}]", "peer.url");
    refused("[1]", "mapping");
    refused("folder: {", "site.yaml");
    refused("folder: null", "folder");
  }

  @Test
  void two_destinations_of_one_name_are_refused() {
    String one = "{name: a, peer: {host: h, calledAe: A}}";
    refused("destinations: [%s, %s]".formatted(one, one), "different names");
  }

  @Test
  void a_secret_is_the_first_line_of_its_file(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "abc\n");
    NodeConfiguration read =
        NodeConfiguration.parse("test", "web: {bearerTokenFile: '%s'}".formatted(file));
    assertThat(read.web().bearerToken()).contains("abc");
    NodeConfiguration missing =
        NodeConfiguration.parse("test", "web: {bearerTokenFile: '%s.no'}".formatted(file));
    assertThatThrownBy(() -> missing.web().bearerToken()).isInstanceOf(BadInputException.class);
  }
}
