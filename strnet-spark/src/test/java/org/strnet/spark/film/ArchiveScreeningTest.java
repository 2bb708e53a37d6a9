package org.strnet.spark.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.bundle.Bundle;
import org.strnet.dicom.gate.FilmGate;
import org.strnet.dicom.gate.GateConfiguration;
import org.strnet.dicom.screening.DicomScreener;
import org.strnet.inference.BundleNetworks;
import org.strnet.network.BoneLossNetwork;
import org.strnet.network.ClinicalVariable;
import org.strnet.network.ClinicalVariables;
import org.strnet.network.Evidence;
import org.strnet.network.FeaturedOutput;
import org.strnet.network.NetworkOutput;
import org.strnet.screening.Explanations;
import org.strnet.screening.Screener;
import org.strnet.spark.PhantomArchive;
import org.strnet.spark.identity.FilmIdentities;
import org.strnet.spark.inventory.ArchivedFile;
import org.strnet.spark.inventory.ListedPatient;
import org.strnet.spark.storage.Places;
import org.strnet.spark.storage.WebPlaces;

class ArchiveScreeningTest {

  /** The bundle that takes clinical variables. */
  private static final Path BUNDLE = Path.of("..", "models", "strnet-knee");

  @TempDir private Path folder;

  @Test
  void of_a_patient_the_list_goes_before_the_header_as_in_screening_with_a_clinical_table()
      throws IOException {
    Path film = PhantomArchive.film(folder, 3);
    Bundle bundle = Bundle.load(BUNDLE);
    try (BundleNetworks networks = BundleNetworks.open(bundle)) {
      Recorded network = new Recorded(networks.network());
      Screener screener =
          Screener.of(bundle, network, networks.joints().orElseThrow(), Explanations.NONE);
      FilmGate gate = new FilmGate(GateConfiguration.defaults());
      DicomScreener objects = new DicomScreener(screener, gate);
      Engine engine = new Engine(bundle.facts(), gate, screener, objects);

      Row listed = screened(engine, film, "age=64.0 sex=1.0 smoker=1.0");
      objects.screen("film", film, patient(64, 1));
      Row unlisted = screened(engine, film, "");

      assertThat(network.patients).hasSize(3);
      assertThat(network.patients.get(0)).isEqualTo(network.patients.get(1));
      assertThat(network.patients.get(0)).isNotEqualTo(network.patients.get(2));
      assertThat(value(listed, "age")).isEqualTo(64);
      assertThat(value(listed, "sex")).isEqualTo("F");
      assertThat(value(unlisted, "age")).isEqualTo(73);
    }
  }

  @Test
  void a_folder_that_was_not_listed_is_a_row_that_says_so() throws IOException {
    Engine engine = Engine.of(PhantomArchive.bundle(), "");

    Row row =
        screening(engine)
            .screen(
                new ArchivedFile(
                    "k", "file:/closed", ArchivedFile.CLOSED, 0, ListedPatient.NOTHING));

    assertThat(value(row, "outcome")).isEqualTo("failed");
    assertThat(value(row, "reason")).isEqualTo("closed_folder");
    assertThat(value(row, "bytes")).isNull();
  }

  private static @Nullable Object value(Row row, String column) {
    return row.get(Column.schema().fieldIndex(column));
  }

  private static Row screened(Engine engine, Path film, String patient) throws IOException {
    return screening(engine)
        .screen(
            new ArchivedFile(
                "k",
                Places.path(film.toString()).toString(),
                Files.size(film),
                0,
                new ListedPatient(patient)));
  }

  private static ArchiveScreening screening(Engine engine) {
    return new ArchiveScreening(
        engine,
        new FilmIdentities(new byte[32], FilmIdentities.Form.HASHED),
        WebPlaces.of(List.of()),
        new Configuration(false));
  }

  private static ClinicalVariables patient(double age, double smoker) {
    return ClinicalVariables.NONE
        .with(ClinicalVariable.AGE, age)
        .with(ClinicalVariable.SEX, 1)
        .with(ClinicalVariable.SMOKER, smoker);
  }

  /** A network that keeps what it is told of patients. */
  private static final class Recorded implements BoneLossNetwork {

    private final BoneLossNetwork network;
    private final List<List<Float>> patients = new ArrayList<>();

    private Recorded(BoneLossNetwork network) {
      this.network = network;
    }

    @Override
    public NetworkOutput assess(float[] film, float[] clinical) {
      keep(clinical);
      return network.assess(film, clinical);
    }

    @Override
    public FeaturedOutput assessWithFeatures(float[] film, float[] clinical) {
      keep(clinical);
      return network.assessWithFeatures(film, clinical);
    }

    @Override
    public Evidence explain(float[] film, float[] clinical) {
      keep(clinical);
      return network.explain(film, clinical);
    }

    private void keep(float[] clinical) {
      List<Float> values = new ArrayList<>();
      for (float value : clinical) {
        values.add(value);
      }
      patients.add(values);
    }
  }
}
