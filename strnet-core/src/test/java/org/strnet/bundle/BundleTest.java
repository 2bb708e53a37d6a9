package org.strnet.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.provenance.BadInputException;
import org.strnet.provenance.Sha256;

class BundleTest {

  @TempDir Path temp;

  private Path folder;
  private Bundle written;

  @BeforeEach
  void write() throws IOException {
    folder = temp.resolve("test-knee");
    written = Manifests.write(Manifests.full(), folder);
  }

  @Test
  void a_written_bundle_loads_as_it_was_given() throws IOException {
    Bundle bundle = Bundle.load(folder);

    assertThat(bundle.manifest()).isEqualTo(Manifests.full());
    assertThat(bundle.name()).isEqualTo("test-knee");
    assertThat(new String(bundle.network(), StandardCharsets.UTF_8)).isEqualTo("network");
    assertThat(bundle.kneeNetwork())
        .hasValueSatisfying(knee -> assertThat(knee).asString().isEqualTo("knee"));
    assertThat(bundle.file(BundleFile.WEIGHTS)).isEmpty();
    assertThat(bundle.sha256())
        .isEqualTo(written.sha256())
        .isEqualTo(Sha256.of(Files.readAllBytes(folder.resolve("SHA256SUMS"))));
  }

  @Test
  void a_changed_copy_of_the_network_leaves_the_bundle_as_it_was() {
    written.network()[0] ^= 1;

    assertThat(written.network()[0]).isEqualTo((byte) 'n');
  }

  @Test
  void one_flipped_bit_in_any_file_is_refused_with_the_files_name() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        byte[] bytes = Files.readAllBytes(file);
        for (int at : new int[] {0, bytes.length / 2, bytes.length - 1}) {
          byte[] changed = bytes.clone();
          changed[at] ^= 1;
          Files.write(file, changed);
          assertThatThrownBy(() -> Bundle.load(folder))
              .as(file.getFileName() + " byte " + at)
              .isInstanceOf(BadInputException.class)
              .hasMessageContaining(folder.toString());
        }
        Files.write(file, bytes);
      }
    }
    assertThat(Bundle.load(folder).sha256()).isEqualTo(written.sha256());
  }

  @Test
  void a_changed_network_is_refused_by_its_hash() throws IOException {
    Files.writeString(folder.resolve("network.onnx"), "netw0rk");

    assertRefused(folder, "network.onnx: must have the hash");
  }

  @Test
  void an_unknown_file_is_refused_by_name() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "hello");

    assertRefused(folder, "holds an unknown file, found notes.txt");
  }

  @Test
  void a_known_file_that_is_not_listed_is_refused() throws IOException {
    Files.writeString(folder.resolve("weights.safetensors"), "hello");

    assertRefused(folder, "weights.safetensors: is not listed in SHA256SUMS");
  }

  @Test
  void each_missing_file_is_refused_by_name() throws IOException {
    for (String name :
        new String[] {"bundle.json", "network.onnx", "knee.onnx", "MODEL_CARD.md", "SHA256SUMS"}) {
      byte[] bytes = Files.readAllBytes(folder.resolve(name));
      Files.delete(folder.resolve(name));
      assertRefused(folder, name + ": is");
      Files.write(folder.resolve(name), bytes);
    }
  }

  @Test
  void a_missing_bundle_is_refused() {
    assertRefused(temp.resolve("nowhere"), "nowhere: no such bundle");
  }

  @Test
  void a_zip_is_the_same_bundle_as_its_folder() throws IOException {
    Path zip = zip(contents());

    assertThat(Bundle.load(zip).sha256()).isEqualTo(written.sha256());
    assertThat(Bundle.load(zip).network()).isEqualTo(written.network());
  }

  @Test
  void a_climbing_zip_entry_is_refused_and_nothing_is_written() throws IOException {
    Map<String, byte[]> contents = contents();
    contents.put("../escaped.txt", new byte[] {1});
    Path zip = zip(contents);

    assertRefused(zip, "holds an unknown file, found ../escaped.txt");
    assertThat(temp.resolve("escaped.txt")).doesNotExist();
    assertThat(temp.getParent().resolve("escaped.txt")).doesNotExist();
  }

  @Test
  void a_text_file_is_no_bundle() throws IOException {
    Path text = Files.writeString(temp.resolve("bundle.zip"), "not a zip");

    assertRefused(text, "must be a folder or a zip");
  }

  @Test
  void a_linked_network_is_refused() throws IOException {
    Path network = folder.resolve("network.onnx");
    Path elsewhere = temp.resolve("elsewhere.onnx");
    Files.move(network, elsewhere);
    Files.createSymbolicLink(network, elsewhere);

    assertRefused(folder, "network.onnx: must be a regular file");
  }

  @Test
  void a_bundle_is_replaced_only_by_force() throws IOException {
    assertThatThrownBy(() -> Manifests.write(Manifests.full(), folder))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("exists already and is kept");

    byte[] network = "second".getBytes(StandardCharsets.UTF_8);
    byte[] knee = "knee".getBytes(StandardCharsets.UTF_8);
    BundleContent second =
        BundleContent.of(
            Manifests.full(), Map.of(BundleFile.NETWORK, network, BundleFile.KNEE, knee));
    Bundle replaced = BundleWriter.write(second, folder, true);

    assertThat(Bundle.load(folder).sha256())
        .isEqualTo(replaced.sha256())
        .isNotEqualTo(written.sha256());
    try (Stream<Path> left = Files.list(temp)) {
      assertThat(left.map(path -> path.getFileName().toString())).containsExactly("test-knee");
    }
  }

  @Test
  void force_never_deletes_a_folder_with_other_files() throws IOException {
    Path note = Files.writeString(folder.resolve("notes.txt"), "mine");
    byte[] network = "second".getBytes(StandardCharsets.UTF_8);
    BundleContent second =
        BundleContent.of(
            Manifests.full(), Map.of(BundleFile.NETWORK, network, BundleFile.KNEE, network));

    assertThatThrownBy(() -> BundleWriter.write(second, folder, true))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("found notes.txt");
    assertThat(note).hasContent("mine");
  }

  @Test
  void the_card_states_use_limits_terms_and_every_figure_with_its_interval() throws IOException {
    assertThat(Files.readString(folder.resolve("MODEL_CARD.md")))
        .contains("Research use only", "cannot rule out bone loss", "Testing only.")
        .contains("test films: 110 films of 101 patients. Terms: made for tests")
        .contains("| AUROC | 0.810 | 0.720 to 0.900 | 110 | 5-fold by patient, DeLong |")
        .contains("sensitivity 0.900 (0.786 to 0.957, 45 of 50)")
        .contains("quantitative ultrasound of the knee");
  }

  private void assertRefused(Path bundle, String rule) {
    assertThatThrownBy(() -> Bundle.load(bundle))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(rule);
  }

  private Map<String, byte[]> contents() throws IOException {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return contents;
  }

  private Path zip(Map<String, byte[]> contents) throws IOException {
    Path zip = temp.resolve("bundle.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      for (var file : contents.entrySet()) {
        entries.putNextEntry(new ZipEntry(file.getKey()));
        entries.write(file.getValue());
        entries.closeEntry();
      }
    }
    return zip;
  }
}
