package org.strnet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.strnet.dicom.phantom.PhantomObject;

/** DICOM objects through the commands, with the released phantom bundle. */
class DicomCommandsTest {

  private static final Path BUNDLE = Path.of("../models/strnet-phantom");

  @TempDir private Path temp;

  @Test
  void a_film_whose_photometric_interpretation_lies_gives_the_same_result_and_a_notice()
      throws IOException {
    Attributes honest = film();
    Attributes lying = new Attributes(honest);
    lying.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME1");
    lying.setString(Tag.PresentationLUTShape, VR.CS, "INVERSE");

    JsonNode read = screened(honest, "honest.dcm");
    JsonNode turned = screened(lying, "lying.dcm");

    assertThat(read.at("/outcome").textValue()).isEqualTo("assessed");
    assertThat(read.has("notices")).isFalse();
    assertThat(turned.at("/p_bone_loss").doubleValue())
        .isEqualTo(read.at("/p_bone_loss").doubleValue());
    assertThat(turned.at("/notices/0").textValue()).contains("read the other way round");
  }

  @Test
  void a_site_may_refuse_films_whose_polarity_is_wrong() throws IOException {
    Attributes lying = film();
    lying.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME1");
    lying.remove(Tag.PresentationLUTShape);
    Path gate = Files.writeString(temp.resolve("gate.yaml"), "wrongPolarity: refuse\n");

    JsonNode refused = screened(lying, "lying.dcm", "--gate", gate);

    assertThat(refused.at("/reason").textValue()).isEqualTo("wrong_polarity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dcmcjpeg +e1", "dcmcjpls +el", "dcmcrle", "dcmconv +te", "dcmconv +ti"})
  void every_lossless_syntax_gives_the_same_result(String encoder)
      throws IOException, InterruptedException {
    Path original = Files.write(temp.resolve("original.dcm"), PhantomObject.file(film()));
    List<String> words = List.of(encoder.split(" ", -1));
    Path encoded = temp.resolve("encoded.dcm");
    run(words, original, encoded);

    assertThat(screened(encoded).at("/t_score")).isEqualTo(screened(original).at("/t_score"));
  }

  @Test
  void a_dicomdir_stands_for_the_images_it_lists() throws IOException, InterruptedException {
    Files.write(temp.resolve("FILM1"), PhantomObject.file(film()));
    assumeTrue(Archive.program("dcmmkdir").isPresent(), "needs dcmmkdir of DCMTK");
    Process process =
        new ProcessBuilder("dcmmkdir", "+m", "-Nxc", "-W", "FILM1")
            .directory(temp.toFile())
            .redirectErrorStream(true)
            .start();
    process.getInputStream().readAllBytes();
    assumeTrue(process.waitFor() == 0, "needs a dcmmkdir that takes DX images");

    JsonNode film = screened(temp.resolve("DICOMDIR"));

    assertThat(film.at("/image").textValue()).endsWith("FILM1");
    assertThat(film.at("/outcome").textValue()).isEqualTo("assessed");
  }

  @Test
  void what_is_no_knee_of_an_older_patient_is_refused_with_its_code() throws IOException {
    Attributes young = film();
    young.setString(Tag.PatientAge, VR.AS, "031Y");
    Attributes lateral = film();
    lateral.setString(Tag.ViewPosition, VR.CS, "LL");
    Attributes chest = film();
    chest.setString(Tag.BodyPartExamined, VR.CS, "CHEST");

    assertThat(screened(young, "a.dcm").at("/reason").textValue()).isEqualTo("age_below_limit");
    assertThat(screened(lateral, "b.dcm").at("/reason").textValue()).isEqualTo("wrong_view");
    assertThat(screened(chest, "c.dcm").at("/reason").textValue()).isEqualTo("wrong_body_part");
  }

  @Test
  void phantom_objects_and_densitometry_become_a_cohort() throws IOException {
    Path phantoms = temp.resolve("phantoms");
    assertThat(
            Execution.of("phantom", "--n", 2, "--seed", 3, "--out", phantoms, "--dicom").exitCode())
        .isZero();
    Path table =
        Files.writeString(
            temp.resolve("dxa.csv"),
            "patient_id,date,t_score\nPHANTOM0000,2026-01-20,-1.7\nPHANTOM0001,2026-01-20,-0.2\n");
    Path gate = Files.writeString(temp.resolve("gate.yaml"), "age: {least: 18}\n");

    Execution export =
        Execution.of(
            "export-cohort",
            phantoms.resolve("dicom"),
            "--densitometry",
            table,
            "--gate",
            gate,
            "--out",
            temp.resolve("cohort"));

    assertThat(export.exitCode()).as(export.err()).isZero();
    assertThat(export.err()).contains("2 of 2 objects exported");
    String cohort = Files.readString(temp.resolve("cohort/cohort.csv"));
    assertThat(cohort).contains("osteopenia", "normal").doesNotContain("PHANTOM");
  }

  /** The first phantom of a series whose patient is 50 or older. */
  private static Attributes film() {
    return PhantomObject.draw(3, 3);
  }

  private JsonNode screened(Attributes film, String name, Object... more) throws IOException {
    return screened(Files.write(temp.resolve(name), PhantomObject.file(film)), more);
  }

  private static JsonNode screened(Path film, Object... more) throws IOException {
    Object[] arguments = new Object[6 + more.length];
    System.arraycopy(
        new Object[] {"screen", film, "--bundle", BUNDLE, "--format", "json"}, 0, arguments, 0, 6);
    System.arraycopy(more, 0, arguments, 6, more.length);
    Execution screen = Execution.of(arguments);
    assertThat(screen.exitCode()).as(screen.err()).isZero();
    return new ObjectMapper().readTree(screen.out());
  }

  private static void run(List<String> encoder, Path from, Path to)
      throws IOException, InterruptedException {
    assumeTrue(
        Archive.program(encoder.get(0)).isPresent(), "needs " + encoder.get(0) + " of DCMTK");
    List<String> command = new ArrayList<>(encoder);
    command.add(from.toString());
    command.add(to.toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
