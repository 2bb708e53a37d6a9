package org.strnet.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.strnet.dicom.phantom.PhantomObject;
import org.strnet.server.account.Role;
import org.strnet.server.film.Film;
import org.strnet.server.page.study.BundleForPhantoms;
import org.strnet.server.quality.densitometry.Densitometry;
import org.strnet.server.quality.densitometry.DensitometryRegister;
import org.strnet.server.quality.densitometry.MeasurementSite;
import org.strnet.server.result.ResultRegister;
import org.strnet.server.screening.UploadedFilms;

/** Every page that the server has, in both themes: nothing on the console, nothing for axe. */
class EveryPageBrowserTest {

  private static final String NOWHERE = "/no-such-page";

  /** What is asked for by scripts and programs, or is no page of HTML. */
  private static final Set<String> NO_PAGES =
      Set.of(
          "/events",
          "/films/{id}/findings",
          "/films/{id}/heat/{result}/{knee}",
          "/films/{id}/pixels",
          "/films/{id}/report.pdf",
          "/upload/films/{id}");

  private static final List<String> PROGRAMS = List.of("/actuator", "/api/", "/fhir/");

  @TempDir static Path folder;
  private static RunningServer server;
  private static DrivenBrowser browser;

  /** Addresses by the pattern of their route, of what an administrator sees. */
  private static Map<String, List<String>> addresses;

  @BeforeAll
  static void start() throws Exception {
    DrivenBrowser.assumePresent();
    Path bundle = BundleForPhantoms.write(folder.resolve("bundle"));
    server = RunningServer.start(folder, Map.of("strnet.bundle", bundle.toString()));
    browser = DrivenBrowser.start(server);
    Film assessed = server.screenedPhantom(51);
    Film refused = refusedFilm();
    assertThat(outcome(assessed)).isEqualTo("assessed");
    assertThat(outcome(refused)).isEqualTo("not_assessable");
    server
        .bean(DensitometryRegister.class)
        .enter(
            new Densitometry(
                assessed.patientId(), LocalDate.of(2024, 3, 1), MeasurementSite.FEMORAL_NECK, -2.7),
            "radiologist");
    addresses = addresses(assessed, refused);
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

  private static Film refusedFilm() throws Exception {
    Attributes hand = PhantomObject.draw(1, 52);
    hand.setString(Tag.BodyPartExamined, VR.CS, "HAND");
    return server.screened(
        server.bean(UploadedFilms.class).take(PhantomObject.file(hand), "reader").id());
  }

  private static String outcome(Film film) {
    return server.bean(ResultRegister.class).newest(film.id()).orElseThrow().outcome();
  }

  private static Map<String, List<String>> addresses(Film assessed, Film refused) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    found.put("/", List.of("/", "/?text=nobody"));
    found.put("/films/{id}", List.of("/films/" + assessed.id(), "/films/" + refused.id()));
    found.put("/operations/audit", List.of("/operations/audit", "/operations/audit?text=film"));
    for (String page :
        List.of(
            "/account",
            "/operations",
            "/operations/erasure",
            "/operations/tokens",
            "/operations/users",
            "/quality",
            "/quality/card",
            "/quality/densitometry",
            "/quality/readers",
            "/quality/recalibration",
            "/upload")) {
      found.put(page, List.of(page));
    }
    return found;
  }

  private static boolean isForPrograms(Route route) {
    return NO_PAGES.contains(route.pattern())
        || PROGRAMS.stream().anyMatch(route.pattern()::startsWith);
  }

  /** What is wrong with an open page in either theme. */
  private static List<String> findings(Page page) {
    List<String> found = new ArrayList<>();
    for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
      DrivenBrowser.seriousFindings(page)
          .forEach(finding -> found.add("%s, %s: %s".formatted(page.url(), theme, finding)));
    }
    return found;
  }

  @Test
  void every_route_that_gives_a_page_is_visited_here() {
    Set<String> pages = new TreeSet<>();
    Route.of(server).stream()
        .filter(route -> route.method().equals("GET") && !isForPrograms(route))
        .forEach(route -> pages.add(route.pattern()));

    Set<String> visited = new TreeSet<>(addresses.keySet());
    visited.addAll(Set.of("/sign-in", "/error"));
    assertThat(visited).isEqualTo(pages);
  }

  @Test
  void pages_of_who_is_signed_in_have_no_serious_finding_in_either_theme() {
    Page page = browser.signedIn(Role.ADMINISTRATOR, ColorScheme.LIGHT);
    List<String> found = new ArrayList<>();
    for (List<String> ofRoute : addresses.values()) {
      for (String address : ofRoute) {
        assertThat(page.navigate(address).status()).as(address).isEqualTo(200);
        assertThat(page).hasURL(server.uri(address).toString());
        found.addAll(findings(page));
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void the_sign_in_page_has_no_serious_finding_in_either_theme() {
    Page page = browser.visitor(ColorScheme.LIGHT);
    page.navigate("/sign-in");
    assertThat(findings(page)).isEmpty();
    page.navigate("/sign-in?error");
    assertThat(findings(page)).isEmpty();
  }

  @Test
  void the_page_for_a_new_password_has_no_serious_finding_in_either_theme() {
    server
        .bean(JdbcClient.class)
        .sql("update account set must_change_password = true where name = 'reader'")
        .update();
    Page page = browser.visitor(ColorScheme.LIGHT);
    page.navigate("/sign-in");
    page.fill("input[name=username]", "reader");
    page.fill("input[name=password]", RunningServer.PASSWORD);
    page.click("main button[type=submit]");
    page.waitForURL("**/account");

    assertThat(page.locator("input[name=chosen]")).isVisible();
    assertThat(findings(page)).isEmpty();
  }

  @Test
  void the_page_for_an_address_that_is_not_there_has_no_serious_finding_in_either_theme() {
    Page page = browser.signedIn(Role.ADMINISTRATOR, ColorScheme.LIGHT);

    assertThat(page.navigate(NOWHERE).status()).isEqualTo(404);

    assertThat(page.locator("h1")).hasText("Not found");
    assertThat(findings(page)).isEmpty();
    // The browser itself says so of every document that is not there.
    browser.forgive(
        server.uri(NOWHERE)
            + ": Failed to load resource: the server responded with a status of 404 ()");
  }
}
