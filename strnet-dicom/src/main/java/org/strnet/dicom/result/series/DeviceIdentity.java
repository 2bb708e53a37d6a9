package org.strnet.dicom.result.series;

import java.util.List;
import org.strnet.provenance.BadInputException;

/**
 * Names of this device, as they stand in every object of ours (PS3.3 C.7.5.1, General Equipment).
 *
 * @param manufacturer who made it; 1 to 64 characters, as the others
 * @param model what it is called
 * @param softwareVersion version of the program
 * @param station name of this installation; 1 to 16 characters
 * @param uid identity of this installation (0018,1002)
 */
public record DeviceIdentity(
    String manufacturer, String model, String softwareVersion, String station, String uid) {

  private static final int LONG = 64;
  private static final int SHORT = 16;

  /** Checks lengths and characters (PS3.5, 6.2: LO, SH, UI). */
  public DeviceIdentity {
    for (String name : List.of(manufacturer, model, softwareVersion)) {
      require(name, LONG);
    }
    require(station, SHORT);
    if (!uid.matches("[0-9.]{3,64}")) {
      throw new BadInputException("device", "a UID is digits and dots, up to 64, found " + uid);
    }
  }

  /**
   * The project's names.
   *
   * @param softwareVersion version of the program
   * @param station name of this installation; its UID is derived from it
   */
  public static DeviceIdentity of(String softwareVersion, String station) {
    String uid = DerivedUid.of("device", station);
    return new DeviceIdentity("STR-Net", "STR-Net", softwareVersion, station, uid);
  }

  private static void require(String name, int longest) {
    if (name.isBlank() || name.length() > longest || !name.matches("[\\x20-\\x7e&&[^\\\\]]+")) {
      throw new BadInputException(
          "device",
          "a name is 1 to %d printable ASCII characters without backslash, found '%s'"
              .formatted(longest, name));
    }
  }
}
