package org.strnet.dicom.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.Contradictions;
import org.strnet.dicom.deidentification.Pseudonyms;
import org.strnet.dicom.film.DicomFile;
import org.strnet.dicom.film.Films;
import org.strnet.dicom.film.StoredImage;
import org.strnet.dicom.gate.FilmGate;
import org.strnet.dicom.gate.GateConfiguration;
import org.strnet.network.ClinicalVariable;
import org.strnet.provenance.BadInputException;
import org.strnet.radiograph.RadiographReader;

class CohortExportTest {

  @TempDir private Path temp;

  @Test
  void films_meet_the_nearest_densitometry_and_others_are_left_out_with_their_reason()
      throws IOException {
    List<Path> objects =
        List.of(
            object("a", "SECRET1", "20260301", "2.25.11"),
            object("b", "SECRET1", "20260301", "2.25.11"),
            object("c", "SECRET2", "20260301", "2.25.12"),
            object("d", "SECRET3", "20260301", "2.25.13"),
            Files.writeString(temp.resolve("e"), "no object at all"));
    DensitometryTable table =
        table(
            """
            patient_id,date,t_score,reference
            SECRET1,2025-09-01,-0.4,hip
            SECRET1,2026-02-20,-2.5,spine
            SECRET2,20240101,-1.5,hip
            SECRET3,20260301,-1.0,hip
            """);

    Map<String, Integer> counts = export(table, objects);

    assertThat(counts)
        .isEqualTo(Map.of("", 2, "duplicate", 1, "no_densitometry", 1, "damaged_image", 1));
    Path file = temp.resolve("cohort/cohort.csv");
    assertThat(Files.readString(file)).doesNotContain("SECRET", "2026");
    List<CohortFilm> films = Cohort.read(file, Contradictions.REFUSE).films();
    assertThat(films).hasSize(2);
    assertThat(films.get(0).clinical().value(ClinicalVariable.AGE)).hasValue(67);
    assertThat(films.get(0).values())
        .containsEntry("bone_status", "osteoporosis")
        .containsEntry("reference", "spine")
        .containsEntry("densitometry_days", "-9");
    assertThat(films.get(1).values()).containsEntry("bone_status", "normal");
    assertThat(new RadiographReader().read(films.get(0).file()).sample(5, 1))
        .isEqualTo(16 * (Films.SIDE + 5));
    DicomFile object = DicomFile.read(temp.resolve("cohort/dicom/000000.dcm"));
    assertThat(StoredImage.decode(object).cells()[70]).isEqualTo((short) 70);
    assertThat(object.header().text(Tag.PatientID)).contains(films.get(0).values().get("patient"));
    assertThat(
            Files.readString(temp.resolve("cohort/dicom/000000.dcm"), StandardCharsets.ISO_8859_1))
        .doesNotContain("SECRET");
    assertThat(Files.readString(temp.resolve("cohort/left-out.csv")))
        .isEqualTo("number,reason\n1,duplicate\n2,no_densitometry\n4,damaged_image\n");
  }

  @Test
  void a_forearm_called_a_t_score_is_refused_by_its_code() {
    assertThatThrownBy(() -> table("patient_id,date,t_score,loinc\nP1,2026-01-01,-1.0,38265-5\n"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("forearm")
        .hasMessageContaining("row 1");
  }

  @Test
  void a_bad_table_names_its_row_and_no_patient() {
    assertThatThrownBy(() -> table("patient_id,date\nSECRET,2026-01-01\n"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("t_score");
    assertThatThrownBy(() -> table("patient_id,date,t_score\nSECRET,2026-01-01,-88\n"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("row 1")
        .hasMessageNotContaining("SECRET");
    assertThatThrownBy(() -> table("patient_id,date,t_score\nSECRET,yesterday,-1\n"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("YYYY-MM-DD");
  }

  private Map<String, Integer> export(DensitometryTable table, List<Path> objects)
      throws IOException {
    CohortExport export =
        new CohortExport(
            new FilmGate(GateConfiguration.defaults()),
            table,
            365,
            new Pseudonyms("the site's own secret".getBytes(StandardCharsets.UTF_8)),
            CohortExport.Objects.DEIDENTIFIED);
    return CohortFolder.write(export, table, objects, temp.resolve("cohort"), () -> {});
  }

  private DensitometryTable table(String csv) throws IOException {
    return DensitometryTable.read(Files.writeString(temp.resolve("dxa.csv"), csv));
  }

  private Path object(String name, String patient, String date, String uid) throws IOException {
    Attributes film = Films.film();
    film.setString(Tag.PatientID, VR.LO, patient);
    film.setString(Tag.PatientName, VR.PN, patient + "^NAME");
    film.setString(Tag.StudyDate, VR.DA, date);
    film.setString(Tag.SOPInstanceUID, VR.UI, uid);
    return Files.write(temp.resolve(name), Films.file(film));
  }
}
