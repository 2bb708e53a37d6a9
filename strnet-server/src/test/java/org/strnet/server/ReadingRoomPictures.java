package org.strnet.server;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.strnet.dicom.phantom.PhantomObject;
import org.strnet.server.account.Role;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.page.study.BundleForPhantoms;
import org.strnet.server.quality.densitometry.Densitometry;
import org.strnet.server.quality.densitometry.DensitometryRegister;
import org.strnet.server.quality.densitometry.MeasurementSite;
import org.strnet.server.screening.UploadedFilms;

/**
 * By hand: pictures of pages in both themes, wide and narrow, with 44 phantom films of all
 * outcomes. Arguments: a folder for the pictures, then addresses; without any, one of each page.
 * {@code {film}} stands for the film that arrived last.
 */
final class ReadingRoomPictures {

  private static final int FILMS = 44;
  private static final List<String> SITES =
      List.of("St. Elsewhere", "Harbour Clinic", "University Hospital North");

  private ReadingRoomPictures() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    List<String> addresses =
        arguments.length > 1
            ? List.of(arguments).subList(1, arguments.length)
            : List.of(
                "/",
                "/?show=flagged",
                "/?text=nobody",
                "/upload",
                "/films/{film}",
                "/quality",
                "/quality/densitometry",
                "/operations",
                "/operations/audit");
    Path data = Files.createTempDirectory("reading-room");
    Path bundle = BundleForPhantoms.write(data.resolve("bundle"));
    try (RunningServer server =
            RunningServer.start(data, Map.of("strnet.bundle", bundle.toString()));
        DrivenBrowser browser = DrivenBrowser.start(server)) {
      picture(browser.visitor(ColorScheme.LIGHT), "/sign-in", folder, "light");
      picture(browser.visitor(ColorScheme.DARK), "/sign-in", folder, "dark");
      picture(browser.signedIn(Role.ADMINISTRATOR, ColorScheme.LIGHT), "/", folder, "none-yet");
      String film = films(server);
      measured(server, film);
      for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        String name = theme.name().toLowerCase(Locale.ROOT);
        Page wide = browser.signedIn(Role.ADMINISTRATOR, theme);
        Page narrow = browser.signIn(browser.visitor(theme, 390, 844), Role.ADMINISTRATOR);
        for (String address : addresses) {
          String path = address.replace("{film}", film);
          picture(wide, path, folder, name);
          picture(narrow, path, folder, name + "-narrow");
        }
      }
      browser.faults().forEach(System.err::println);
    }
  }

  /** Gives the film that arrived last. */
  private static String films(RunningServer server) throws Exception {
    UploadedFilms uploads = server.bean(UploadedFilms.class);
    String last = "";
    for (int i = 0; i < FILMS; i++) {
      Attributes object = PhantomObject.draw(11, i);
      object.setString(Tag.InstitutionName, VR.LO, SITES.get(i % SITES.size()));
      object.setString(Tag.StudyDate, VR.DA, "2026%02d%02d".formatted(1 + i % 11, 1 + i % 28));
      if (i % 9 == 4) {
        object.setString(Tag.ViewPosition, VR.CS, "LL");
      }
      if (i % 13 == 7) {
        object.setString(Tag.BodyPartExamined, VR.CS, "HAND");
      }
      last = uploads.take(PhantomObject.file(object), "reader").id();
      if (i % 4 == 0) {
        server.screened(last);
        server.bean(FilmRegister.class).markRead(last, Instant.now());
      }
    }
    server.screened(last);
    return last;
  }

  /** The patient of a film was measured, before and after it. */
  private static void measured(RunningServer server, String film) {
    String patient = server.bean(FilmRegister.class).byId(film).orElseThrow().patientId();
    DensitometryRegister register = server.bean(DensitometryRegister.class);
    register.enter(
        new Densitometry(patient, LocalDate.of(2024, 3, 1), MeasurementSite.FEMORAL_NECK, -1.8),
        "radiologist");
    register.enter(
        new Densitometry(patient, LocalDate.of(2026, 10, 5), MeasurementSite.LUMBAR_SPINE, -2.4),
        "radiologist");
  }

  private static void picture(Page page, String address, Path folder, String theme) {
    page.navigate(address);
    if (address.equals("/upload")) {
      page.setInputFiles(
          "#files",
          new FilePayload[] {
            new FilePayload(
                "knee-ap-right.dcm",
                "application/dicom",
                PhantomObject.file(PhantomObject.draw(11, FILMS))),
            new FilePayload("letter.pdf", "application/pdf", new byte[] {'%', 'P', 'D', 'F'})
          });
      page.locator("#queue .end a").waitFor();
    }
    page.waitForTimeout(700);
    String name =
        address.equals("/")
            ? "worklist"
            : address.replaceAll("/films/.*", "film").replaceAll("[^a-z-]+", "-");
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(folder.resolve(name.replaceAll("^-", "") + "-" + theme + ".png")));
  }
}
