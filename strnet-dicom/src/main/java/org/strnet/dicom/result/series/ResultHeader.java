package org.strnet.dicom.result.series;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.screening.ScreenedFilm;

/** The attributes that all objects of ours begin with. */
public final class ResultHeader {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss.SSS");
  private static final int FILMS_OF_A_SERIES = 1000;

  private ResultHeader() {}

  /** Patient, study, series, equipment and SOP common attributes of one object. */
  public static Attributes of(ResultContext context, ResultClass kind) {
    Attributes header = SourceModules.of(context.film().header());
    ResultIdentity identity = ResultIdentity.of(context.film(), context.facts(), kind);
    header.setString(Tag.SOPClassUID, VR.UI, kind.uid());
    header.setString(Tag.SOPInstanceUID, VR.UI, identity.instance());
    header.setString(Tag.SeriesInstanceUID, VR.UI, identity.series());
    header.setString(Tag.Modality, VR.CS, kind.modality());
    header.setInt(Tag.SeriesNumber, VR.IS, kind.seriesNumber());
    header.setString(Tag.SeriesDescription, VR.LO, kind.seriesDescription());
    header.setInt(Tag.InstanceNumber, VR.IS, instanceNumber(context.film().header()));
    ZonedDateTime at = context.at().atZone(zone(header));
    header.setString(Tag.InstanceCreationDate, VR.DA, DATE.format(at));
    header.setString(Tag.InstanceCreationTime, VR.TM, TIME.format(at));
    header.setString(Tag.ContentDate, VR.DA, DATE.format(at));
    header.setString(Tag.ContentTime, VR.TM, TIME.format(at));
    equipment(header, context.device());
    contribution(header, context, at);
    return header;
  }

  /** Text that is safe in any character set a source may have. */
  public static String ascii(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return plain.replaceAll("\\p{M}+", "").replaceAll("[^\\x20-\\x7e\\n]", "?");
  }

  /** The film as an item that refers to it. */
  public static Attributes reference(FilmHeader film) {
    Attributes item = new Attributes();
    item.setString(Tag.ReferencedSOPClassUID, VR.UI, film.sopClassUid());
    item.setString(Tag.ReferencedSOPInstanceUID, VR.UI, film.sopInstanceUid());
    return item;
  }

  /** A code as the only item of its sequence. */
  public static void code(Attributes to, int sequence, String... valueSchemeMeaning) {
    Attributes item = new Attributes();
    item.setString(Tag.CodeValue, VR.SH, valueSchemeMeaning[0]);
    item.setString(Tag.CodingSchemeDesignator, VR.SH, valueSchemeMeaning[1]);
    item.setString(Tag.CodeMeaning, VR.LO, valueSchemeMeaning[2]);
    to.newSequence(sequence, 1).add(item);
  }

  /** Films of several series of a study keep apart by the series' number. */
  private static int instanceNumber(FilmHeader film) {
    int series = Math.floorMod(film.integer(Tag.SeriesNumber).orElse(0), FILMS_OF_A_SERIES);
    int instance = Math.floorMod(film.integer(Tag.InstanceNumber).orElse(1), FILMS_OF_A_SERIES);
    return series * FILMS_OF_A_SERIES + instance;
  }

  /**
   * Laterality (0020,0060) of an image series: one side, or empty where it is not one or not known.
   */
  public static void laterality(Attributes to, ScreenedFilm film) {
    Attributes source = film.header().attributes();
    String side = source.getString(Tag.ImageLaterality, source.getString(Tag.Laterality, ""));
    if (side.equals("R") || side.equals("L")) {
      to.setString(Tag.Laterality, VR.CS, side);
    } else {
      to.setNull(Tag.Laterality, VR.CS);
    }
  }

  /** The source's, since it holds for every time in the object. */
  public static ZoneId zone(Attributes header) {
    String offset = header.getString(Tag.TimezoneOffsetFromUTC, "");
    try {
      return offset.isEmpty() ? ZoneId.systemDefault() : ZoneOffset.of(offset);
    } catch (DateTimeException e) {
      return ZoneId.systemDefault();
    }
  }

  private static void equipment(Attributes to, DeviceIdentity device) {
    to.setString(Tag.Manufacturer, VR.LO, device.manufacturer());
    to.setString(Tag.ManufacturerModelName, VR.LO, device.model());
    to.setString(Tag.SoftwareVersions, VR.LO, device.softwareVersion());
    to.setString(Tag.StationName, VR.SH, device.station());
  }

  private static void contribution(Attributes to, ResultContext context, ZonedDateTime at) {
    Attributes item = new Attributes();
    equipment(item, context.device());
    code(item, Tag.PurposeOfReferenceCodeSequence, "109102", "DCM", "Processing Equipment");
    String bundle = ascii(context.facts().bundle()).replace('\\', '/');
    item.setString(
        Tag.SoftwareVersions,
        VR.LO,
        context.device().softwareVersion(),
        bundle.substring(0, Math.min(bundle.length(), 64)),
        context.facts().sha256());
    item.setString(Tag.DeviceUID, VR.UI, context.device().uid());
    item.setString(Tag.ContributionDateTime, VR.DT, DATE.format(at) + TIME.format(at));
    item.setString(
        Tag.ContributionDescription,
        VR.ST,
        ResultMark.CONTRIBUTION + "bundle " + bundle + " " + context.facts().sha256());
    to.newSequence(Tag.ContributingEquipmentSequence, 1).addAll(List.of(item));
  }
}
