package org.strnet.server.page.study;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.provenance.Sha256;
import org.strnet.server.DrivenBrowser;
import org.strnet.server.RunningServer;
import org.strnet.server.account.Role;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.reading.ReadingRegister;
import org.strnet.server.result.ResultRegister;

/** What a radiologist and a reader do on the page of a film, in a real browser. */
class StudyJourneyBrowserTest {

  private static final double PATIENCE = 60_000;
  private static final String OVERRULE = "summary:text-is('Overrule')";

  @TempDir static Path folder;
  private static RunningServer server;
  private static DrivenBrowser browser;

  @BeforeAll
  static void start() throws Exception {
    DrivenBrowser.assumePresent();
    Path bundle = BundleForPhantoms.write(folder.resolve("bundle"));
    server = RunningServer.start(folder, Map.of("strnet.bundle", bundle.toString()));
    browser = DrivenBrowser.start(server);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @AfterEach
  void no_page_complained() {
    assertThat(browser.faults()).isEmpty();
  }

  /** The page of a film that is drawn. */
  private static Page opened(Role role, Film film) {
    Page page = browser.signedIn(role, ColorScheme.LIGHT);
    page.navigate("/films/" + film.id());
    assertThat(page.locator("#zoom"))
        .containsText("%", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    return page;
  }

  /** SHA-256 of what a canvas shows once everything that was asked of it is drawn. */
  private static String picture(Page page, String canvas) {
    Object address =
        page.evaluate(
            """
            async id => {
              for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
              return document.getElementById(id).toDataURL();
            }
            """,
            canvas);
    return Sha256.of(address.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /** Waits until a canvas shows something else, and gives it. */
  private static String pictureAfter(Page page, String canvas, String before) {
    for (int i = 0; i < 300; i++) {
      String now = picture(page, canvas);
      if (!now.equals(before)) {
        return now;
      }
      page.waitForTimeout(100);
    }
    throw new AssertionError("the canvas " + canvas + " still shows the same");
  }

  private static void dragOverTheFilm(Page page) {
    BoundingBox stage = page.locator("#stage").boundingBox();
    page.mouse().move(stage.x + stage.width / 2, stage.y + stage.height / 2);
    page.mouse().down();
    page.mouse().move(stage.x + stage.width / 4, stage.y + stage.height / 3);
    page.mouse().up();
  }

  private static String otherDecision(Film film) {
    String decision =
        server.bean(ResultRegister.class).newest(film.id()).orElseThrow().decision().orElseThrow();
    return decision.equals("refer") ? "not_flagged" : "refer";
  }

  /** Sends what the form for overruling would, with the page's token; gives the status. */
  private static int overruleFromScript(Page page, Film film) {
    long version = server.bean(FilmRegister.class).byId(film.id()).orElseThrow().version();
    return (int)
        page.evaluate(
            """
            async ([address, form]) => {
              const meta = name => document.querySelector(`meta[name="${name}"]`).content;
              const answer = await fetch(address, {
                method: 'POST',
                headers: { [meta('_csrf_header')]: meta('_csrf') },
                body: new URLSearchParams(form),
              });
              return answer.status;
            }
            """,
            new Object[] {
              "/films/" + film.id() + "/overrule",
              Map.of(
                  "version",
                  Long.toString(version),
                  "decision",
                  otherDecision(film),
                  "reason",
                  "by script")
            });
  }

  @Test
  void windowing_changes_the_films_pixels_and_reset_gives_the_first_ones_back() throws Exception {
    Page page = opened(Role.READER, server.screenedPhantom(41));
    String first = picture(page, "film");
    String words = page.locator("#window-words").textContent();

    page.click("[data-tool=window]");
    dragOverTheFilm(page);
    String dragged = picture(page, "film");
    assertThat(dragged).isNotEqualTo(first);
    assertThat(page.locator("#window-words")).not().hasText(words);

    page.click("[data-preset=bone]");
    String bone = picture(page, "film");
    assertThat(bone).isNotIn(first, dragged);

    page.click("[data-do=invert]");
    assertThat(picture(page, "film")).isNotIn(first, dragged, bone);
    assertThat(page.locator("#window-words")).containsText("inverted");

    page.click("[data-do=reset]");
    assertThat(picture(page, "film")).isEqualTo(first);
    assertThat(page.locator("#window-words")).hasText(words);
  }

  @Test
  void the_heat_map_lies_over_the_film_as_opaque_as_it_is_told() throws Exception {
    Page page = opened(Role.READER, server.screenedPhantom(42));
    String film = picture(page, "film");
    String without = picture(page, "marks");

    page.check("#heat");
    String with = pictureAfter(page, "marks", without);
    page.locator("#opacity").press("End");
    assertThat(picture(page, "marks")).isNotIn(without, with);
    page.locator("#opacity").press("Home");
    assertThat(picture(page, "marks")).as("wholly transparent").isEqualTo(without);

    assertThat(picture(page, "film")).as("the film itself").isEqualTo(film);
    assertThat(page.locator(".explanation")).hasText("Heat-map: explanation, not a diagnosis");
  }

  @Test
  void another_age_moves_the_estimated_t_score_and_can_be_kept() throws Exception {
    Film film = server.screenedPhantom(43);
    Page page = opened(Role.RADIOLOGIST, film);
    Locator estimate =
        page.locator(".knee h3", new Page.LocatorOptions().setHasText("T-score, estimated"))
            .first()
            .locator(".figure");
    String before = estimate.textContent();

    page.fill("input[name=age]", "95");
    Locator change = page.locator("#preview tbody tr").first().locator("td").nth(2);
    assertThat(change)
        .containsText(
            before + " \u2192 ", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    String after = change.locator("strong").textContent();
    assertThat(after).isNotEqualTo(before);
    assertThat(server.bean(ResultRegister.class).ofFilm(film.id())).hasSize(1);

    page.click("text=Keep as a new result");
    assertThat(page.locator("#findings > .notice"))
        .containsText(
            "Kept as result 2.", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    assertThat(estimate).hasText(after);
    assertThat(page.locator("input[name=age]")).hasValue(Pattern.compile("95(\\.0)?"));
  }

  @Test
  void a_radiologist_overrules_with_a_reason_that_the_page_then_shows() throws Exception {
    Film film = server.screenedPhantom(44);
    Page page = opened(Role.RADIOLOGIST, film);

    page.click(OVERRULE);
    page.fill("form[action$=overrule] textarea", "cortex looks <thin>");
    page.click("form[action$=overrule] button");

    assertThat(page.locator(".said.overruled q")).hasText("cortex looks <thin>");
    page.reload();
    assertThat(page.locator(".said.overruled")).containsText("radiologist");
    assertThat(page.locator(".said.overruled q")).hasText("cortex looks <thin>");
  }

  @Test
  void the_document_is_downloaded_and_says_that_it_is_for_research_only() throws Exception {
    Page page = opened(Role.READER, server.screenedPhantom(45));

    Download download = page.waitForDownload(() -> page.click("a[download]"));

    try (PDDocument document = Loader.loadPDF(download.path().toFile())) {
      assertThat(document.getNumberOfPages()).isPositive();
      String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
      assertThat(text).contains("Research use only");
    }
  }

  @Test
  void a_reader_has_no_button_for_overruling_and_a_forged_request_is_refused() throws Exception {
    Film film = server.screenedPhantom(46);
    Page reader = opened(Role.READER, film);

    assertThat(reader.locator("a[download]")).isVisible();
    assertThat(reader.locator(OVERRULE)).hasCount(0);
    assertThat(overruleFromScript(reader, film)).isEqualTo(403);
    browser.forgive("the server responded with a status of 403");
    assertThat(server.bean(ReadingRegister.class).ofFilm(film.id())).isEmpty();

    Page radiologist = opened(Role.RADIOLOGIST, film);
    assertThat(radiologist.locator(OVERRULE)).isVisible();
    assertThat(overruleFromScript(radiologist, film)).as("the same request").isEqualTo(200);
    assertThat(server.bean(ReadingRegister.class).ofFilm(film.id())).hasSize(1);
  }
}
