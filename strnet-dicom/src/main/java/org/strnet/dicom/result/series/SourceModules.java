package org.strnet.dicom.result.series;

import java.util.Arrays;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.provenance.BadInputException;

/** Patient and study of the source, copied byte for byte with the character set they are in. */
final class SourceModules {

  /** PS3.3 C.7.1.1, C.7.1.3: Patient, Clinical Trial Subject. */
  private static final int[] PATIENT = {
    Tag.SpecificCharacterSet,
    Tag.TimezoneOffsetFromUTC,
    Tag.PatientName,
    Tag.PatientID,
    Tag.IssuerOfPatientID,
    Tag.IssuerOfPatientIDQualifiersSequence,
    Tag.TypeOfPatientID,
    Tag.OtherPatientIDsSequence,
    Tag.OtherPatientNames,
    Tag.PatientBirthDate,
    Tag.PatientBirthTime,
    Tag.PatientSex,
    Tag.EthnicGroup,
    Tag.PatientComments,
    Tag.PatientSpeciesDescription,
    Tag.PatientIdentityRemoved,
    Tag.DeidentificationMethod,
    Tag.DeidentificationMethodCodeSequence,
    Tag.ClinicalTrialSponsorName,
    Tag.ClinicalTrialProtocolID,
    Tag.ClinicalTrialProtocolName,
    Tag.ClinicalTrialSiteID,
    Tag.ClinicalTrialSiteName,
    Tag.ClinicalTrialSubjectID,
    Tag.ClinicalTrialSubjectReadingID
  };

  /** PS3.3 C.7.2.1, C.7.2.2, C.7.2.3: General Study, Patient Study, Clinical Trial Study. */
  private static final int[] STUDY = {
    Tag.StudyInstanceUID,
    Tag.StudyDate,
    Tag.StudyTime,
    Tag.AccessionNumber,
    Tag.IssuerOfAccessionNumberSequence,
    Tag.ReferringPhysicianName,
    Tag.StudyID,
    Tag.StudyDescription,
    Tag.ProcedureCodeSequence,
    Tag.ReferencedStudySequence,
    Tag.AdmissionID,
    Tag.IssuerOfAdmissionIDSequence,
    Tag.PatientAge,
    Tag.PatientSize,
    Tag.PatientWeight,
    Tag.ClinicalTrialTimePointID,
    Tag.ClinicalTrialTimePointDescription
  };

  private SourceModules() {}

  /**
   * Copies them.
   *
   * @throws BadInputException when the source has no study or no identity: nothing could be filed
   */
  static Attributes of(FilmHeader source) {
    require(source.studyInstanceUid(), "Study Instance UID (0020,000D)");
    require(source.text(Tag.SeriesInstanceUID).orElse(""), "Series Instance UID (0020,000E)");
    require(source.sopInstanceUid(), "SOP Instance UID (0008,0018)");
    require(source.sopClassUid(), "SOP Class UID (0008,0016)");
    Attributes from = source.attributes();
    Attributes to = new Attributes();
    copy(from, to, PATIENT);
    copy(from, to, STUDY);
    require(to, Tag.PatientName, VR.PN);
    require(to, Tag.PatientID, VR.LO);
    require(to, Tag.PatientBirthDate, VR.DA);
    require(to, Tag.PatientSex, VR.CS);
    require(to, Tag.StudyDate, VR.DA);
    require(to, Tag.StudyTime, VR.TM);
    require(to, Tag.AccessionNumber, VR.SH);
    require(to, Tag.ReferringPhysicianName, VR.PN);
    require(to, Tag.StudyID, VR.SH);
    return to;
  }

  private static void copy(Attributes from, Attributes to, int[] tags) {
    int[] sorted = tags.clone();
    Arrays.sort(sorted);
    to.addSelected(from, sorted);
  }

  private static void require(String uid, String name) {
    if (uid.isEmpty()) {
      throw new BadInputException(
          "film", "a result is filed by the film's " + name + ", found none");
    }
  }

  /** Type 2: there, though empty. */
  private static void require(Attributes to, int tag, VR vr) {
    if (!to.contains(tag)) {
      to.setNull(tag, vr);
    }
  }
}
