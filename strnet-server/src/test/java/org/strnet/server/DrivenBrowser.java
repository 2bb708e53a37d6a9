package org.strnet.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.strnet.server.account.Role;

/**
 * Debian's Chromium, driven against a {@link RunningServer}. Collects what pages complain of on the
 * console; {@link #faults()} must be empty at a test's end. Not for several threads.
 */
public final class DrivenBrowser implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private final RunningServer server;
  private final Playwright playwright;
  private final Browser browser;
  private final List<String> faults = new CopyOnWriteArrayList<>();

  private DrivenBrowser(RunningServer server) {
    this.server = server;
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox", "--disable-gpu", "--disable-background-networking")));
  }

  /** Skips the calling test, by name, where there is no browser. */
  public static void assumePresent() {
    assumeTrue(Files.isExecutable(CHROMIUM), CHROMIUM + " is not installed");
  }

  /** Starts a browser; ask {@link #assumePresent} before. */
  public static DrivenBrowser start(RunningServer server) {
    return new DrivenBrowser(server);
  }

  /** A window of somebody who is not signed in, 1400 x 900. */
  public Page visitor(ColorScheme theme) {
    return visitor(theme, 1400, 900);
  }

  /** The same of another size. */
  public Page visitor(ColorScheme theme, int width, int height) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(server.uri("").toString())
                .setColorScheme(theme)
                .setViewportSize(width, height)
                .setAcceptDownloads(true));
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            faults.add(page.url() + ": " + message.text());
          }
        });
    page.onPageError(fault -> faults.add(page.url() + ": " + fault));
    return page;
  }

  /** A window of the account of a role, on the worklist. */
  public Page signedIn(Role role, ColorScheme theme) {
    return signIn(visitor(theme), role);
  }

  /** Signs in by the form. */
  public Page signIn(Page page, Role role) {
    page.navigate("/sign-in");
    page.fill("input[name=username]", role.name().toLowerCase(Locale.ROOT));
    page.fill("input[name=password]", RunningServer.PASSWORD);
    page.click("main button[type=submit]");
    page.waitForURL("**/");
    return page;
  }

  /** What pages wrote on the console as errors and warnings, and what their scripts threw. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  /** Takes complaints off that a test provoked: those that hold a text. */
  public void forgive(String text) {
    faults.removeIf(fault -> fault.contains(text));
  }

  /** The serious and critical findings of axe on a page: rule and where. */
  public static List<String> seriousFindings(Page page) {
    List<String> findings = new ArrayList<>();
    new AxeBuilder(page)
        .analyze()
        .getViolations()
        .forEach(
            rule -> {
              if (List.of("serious", "critical").contains(rule.getImpact())) {
                rule.getNodes().forEach(node -> findings.add(rule.getId() + " " + node.getHtml()));
              }
            });
    return findings;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
