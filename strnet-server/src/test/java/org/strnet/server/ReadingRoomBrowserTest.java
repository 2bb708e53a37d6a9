package org.strnet.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.phantom.PhantomObject;
import org.strnet.server.account.Role;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmRegister;

/** A reader's way through the pages in a real browser. */
class ReadingRoomBrowserTest {

  private static final double PATIENCE = 60_000;

  @TempDir static Path folder;
  private static RunningServer server;
  private static DrivenBrowser browser;

  @BeforeAll
  static void start() throws Exception {
    DrivenBrowser.assumePresent();
    server = RunningServer.start(folder);
    browser = DrivenBrowser.start(server);
  }

  @AfterAll
  static void close() {
    if (server != null) {
      browser.close();
      server.close();
    }
  }

  @AfterEach
  void no_page_complained() {
    assertThat(browser.faults()).isEmpty();
  }

  private static LocatorAssertions.IsVisibleOptions patiently() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
  }

  private static FilePayload file(int number) {
    return new FilePayload(
        "film-%d.dcm".formatted(number),
        "application/dicom",
        PhantomObject.file(PhantomObject.draw(1, number)));
  }

  @Test
  void a_film_that_is_handed_in_arrives_in_another_readers_worklist() {
    Page list = browser.signedIn(Role.RADIOLOGIST, ColorScheme.LIGHT);
    assertThat(list.locator("#live-words")).hasText("Live");
    Page upload = browser.signedIn(Role.READER, ColorScheme.DARK);
    upload.click("text=Upload >> nth=0");

    upload.setInputFiles("#files", file(30));

    assertThat(upload.locator("#queue a")).isVisible(patiently());
    assertThat(upload.locator("#queue .said"))
        .containsText("screened", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    Locator row =
        list.locator("tr[data-film]", new Page.LocatorOptions().setHasText("PHANTOM0030"));
    assertThat(row).isVisible(patiently());
    assertThat(row.locator(".figure")).isVisible(patiently());
    assertThat(row).hasClass(java.util.regex.Pattern.compile("unread"));
  }

  @Test
  void a_file_that_is_no_film_is_refused_on_its_line() {
    Page upload = browser.signedIn(Role.READER, ColorScheme.LIGHT);
    upload.navigate("/upload");

    upload.setInputFiles(
        "#files",
        new FilePayload("notes.txt", "text/plain", "notes".getBytes(StandardCharsets.UTF_8)));

    assertThat(upload.locator("#queue .tag")).hasText("Not taken");
    assertThat(upload.locator("#queue .said")).containsText("PNG, JPEG or TIFF");
  }

  @Test
  void filters_and_marks_work_without_loading_the_page_anew() throws Exception {
    Film film = server.screenedPhantom(31);
    Page list = browser.signedIn(Role.READER, ColorScheme.LIGHT);
    list.evaluate("window.kept = true");

    list.fill("#text", "phantom0031");
    assertThat(list.locator("tr[data-film]")).hasCount(1);
    list.check("#choose-" + film.id());
    list.click("text=Mark read");
    assertThat(list.locator("tr.unread")).hasCount(0);
    list.fill("#text", "nobody");
    assertThat(list.locator("text=No film is like that")).isVisible();

    assertThat(list.evaluate("window.kept")).isEqualTo(true);
    assertThat(list.url()).endsWith("/?text=nobody");
    assertThat(server.bean(FilmRegister.class).byId(film.id()).orElseThrow().readAt()).isPresent();
  }

  @Test
  void pages_have_no_serious_finding_in_either_theme() throws Exception {
    server.screenedPhantom(32);
    for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      Page page = browser.visitor(theme);
      page.navigate("/sign-in");
      assertThat(DrivenBrowser.seriousFindings(page)).isEmpty();
      browser.signIn(page, Role.READER);
      for (String address : new String[] {"/", "/?text=nobody", "/upload"}) {
        page.navigate(address);
        assertThat(DrivenBrowser.seriousFindings(page)).as(address + " " + theme).isEmpty();
      }
    }
  }
}
