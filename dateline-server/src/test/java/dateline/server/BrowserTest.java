package dateline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import dateline.Dateline;
import dateline.PageInput;
import dateline.store.RecordStore;
import dateline.store.SqliteStore;
import dateline.text.CodePoints;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page in a real browser: screenshots in target/screenshots, axe-core, hostile text. */
class BrowserTest {

  private static final String TEXT =
      "OSLO, Jan. 2 – The mayor of Oslo, Kari Lunde, said on Tuesday that the police had arrested three"
          + " men in Bergen on Monday.\n“We will not risk a single life,” Lunde said. She accused the"
          + " government of Sweden of closing the bridge.\nSwedish Prime Minister Nils Ek rejected the"
          + " accusation. 😀 “Norway and Sweden will talk,” he told reporters in Stockholm.";

  @TempDir static Path folder;

  private static RecordStore store;
  private static DatelineServer server;
  private static Browser browser;
  private static String id;

  @BeforeAll
  static void start() throws Exception {
    browser = Browser.open();
    Dateline dateline = Dateline.open();
    store = SqliteStore.open(folder.resolve("news.db"));
    for (String version : List.of(TEXT, TEXT.replace("three men", "four men"))) {
      var record =
          dateline.read(
              new PageInput(
                  "bridge",
                  version.getBytes(StandardCharsets.UTF_8),
                  PageInput.Kind.TEXT,
                  "https://paper.example/bridge",
                  null,
                  "The bridge stays closed",
                  "2024-01-02",
                  null));
      store.save(List.of(new RecordStore.Reading("bridge", null, version, record)));
      id = record.id();
    }
    ServerSettings settings = new ServerSettings("127.0.0.1", 0, null, 0, false);
    server = DatelineServer.start(dateline, store, settings);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
      store.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  private static String at(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  /** A page on a wide screen. */
  private static Page wide(String path) {
    Page page = browser.page(1440, 1000);
    page.navigate(at(path));
    return page;
  }

  private static Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("home", "/");
    pages.put("reader", "/article/" + id);
    pages.put("revisions", "/article/" + id + "/revisions");
    pages.put("review", "/article/" + id + "/review?item=s1");
    pages.put("search", "/search?q=bridge");
    pages.put("events", "/search?in=events");
    pages.put("nothing", "/search?q=zebra");
    pages.put("actor", "/actor?name=Kari+Lunde");
    pages.put("timeline", "/timeline");
    pages.put("stories", "/stories?articles=1");
    pages.put("story", "/story/" + id);
    pages.put("said", "/said?speaker=Lunde");
    pages.put("people", "/people?name=Kari+Lunde");
    pages.put("event", "/article/" + id + "/event/e1");
    pages.put("pair", "/pair?a=NOR&b=SWE");
    pages.put("pairs", "/pair");
    pages.put("map", "/map");
    pages.put("export", "/export?in=events");
    pages.put("read", "/read");
    pages.put("about", "/about");
    pages.put("past", "/article/" + id + "?asOf=2");
    pages.put("problem", "/nowhere");
    return pages;
  }

  /** How pages are looked at. */
  private record Look(int width, ColorScheme colours) {

    @Override
    public String toString() {
      return "-" + width + (colours == ColorScheme.DARK ? "-dark" : "");
    }
  }

  private static final List<Look> LOOKS =
      List.of(
          new Look(1440, ColorScheme.LIGHT),
          new Look(390, ColorScheme.LIGHT),
          new Look(1440, ColorScheme.DARK));

  @Test
  void everyPageIsWellAndAccessibleWideNarrowAndDark() throws Exception {
    String axe = axe();
    Path pictures = Files.createDirectories(Path.of("target/screenshots"));
    List<String> faults = new ArrayList<>();
    for (Look look : LOOKS) {
      try (Page page = browser.page(look.width(), 1000)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.colours()));
        page.onConsoleMessage(
            message -> {
              if (message.type().equals("error") && !message.text().contains("404")) {
                faults.add(message.text());
              }
            });
        page.onPageError(faults::add);
        pages()
            .forEach(
                (name, path) -> {
                  page.navigate(at(path));
                  page.screenshot(
                      new ScreenshotOptions().setPath(pictures.resolve(name + look + ".png")));
                  Object wider = page.evaluate("document.documentElement.scrollWidth - innerWidth");
                  if (((Number) wider).intValue() > 1) {
                    faults.add(name + look + " is " + wider + " px wider than the screen");
                  }
                  faults.addAll(serious(page, axe, name + look));
                });
      }
    }
    assertThat(faults).isEmpty();
  }

  private static String axe() throws Exception {
    String file = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    try (InputStream in =
        Objects.requireNonNull(BrowserTest.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<String> serious(Page page, String axe, String where) {
    page.evaluate(axe); // by the debugger: the page's own policy lets nothing foreign in
    List<String> found =
        (List<String>)
            page.evaluate(
                "async () => (await axe.run()).violations"
                    + ".filter((v) => v.impact === 'serious' || v.impact === 'critical')"
                    + ".map((v) => v.id + ' ' + v.nodes.map((n) => n.html.slice(0, 150)).slice(0, 3).join(' | '))");
    return found.stream().map(fault -> where + ": " + fault).toList();
  }

  @Test
  void pointingAtWordsLightsTheirItemAndBack() {
    try (Page page = wide("/article/" + id)) {
      String item = page.locator(".card.said").first().getAttribute("data-item");
      page.locator(".card.said").first().locator("blockquote").hover();
      assertThat(page.locator(".text .mark.lit").count()).isPositive();
      assertThat(page.locator(".text .mark.lit").first().getAttribute("data-items")).contains(item);
      page.locator(".text a.cue").first().focus();
      assertThat(page.locator(".card.lit").count()).isPositive();
    }
  }

  @Test
  void theReaderIsWalkedWithTheKeyboardAlone() {
    try (Page page = wide("/article/" + id)) {
      page.keyboard().press("Tab");
      assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
      for (int i = 0; i < 60 && page.locator(".text a.mark:focus").count() == 0; i++) {
        page.keyboard().press("Tab");
      }
      assertThat(page.locator(".text a.mark:focus").count()).isEqualTo(1);
      assertThat(page.locator(".card.lit").count()).isPositive();
      page.keyboard().press("Enter");
      assertThat(page.locator(".card:target").count()).isEqualTo(1);
    }
  }

  @Test
  void theReaderReadsWithoutScript() {
    try (Page page = browser.page(1440, 1000)) {
      page.route("**/*.js", route -> route.abort());
      page.navigate(at("/article/" + id));
      page.locator(".text a.cue").first().click();
      assertThat(page.url()).contains("#s");
      assertThat(page.locator(".card:target").count()).isEqualTo(1);
    }
  }

  @Test
  void anItemIsRejectedAndTheRejectionTakenBack() {
    try (Page page = wide("/article/" + id + "/review?item=s1")) {
      page.fill("#who", "Ana Reviewer");
      page.check("input[value=reject]");
      page.click("text=Keep it");
      assertThat(page.locator("#s1 .review.reject").count()).isEqualTo(1);
      page.navigate(at("/article/" + id + "/review?item=s1"));
      page.click("text=Take it back");
      assertThat(page.locator("#s1 .review").count()).isZero();
    }
  }

  @Test
  void aStoryTellsItsSourcesItsEventsAndWhatTheOutletChanged() {
    try (Page page = wide("/stories?articles=1")) {
      page.locator(".hits h3 a").first().click();
      String shown = page.locator("main").innerText();
      assertThat(shown)
          .contains("independent source")
          .contains("Who reports it")
          .contains("Kari Lunde")
          .contains("reported by one source in its own voice")
          .contains("What outlets changed afterwards")
          .contains("3 became 4 arrested");
      page.locator("section:last-of-type .hits h3 a").first().click();
      assertThat(page.url()).endsWith("/article/" + id);
    }
  }

  @Test
  void anEventTellsHowItStandsInAllReports() {
    try (Page page = wide("/article/" + id)) {
      page.locator(".card.done >> text=all reports").first().click();
      assertThat(page.url()).contains("/article/" + id + "/event/e");
      assertThat(page.locator("main").innerText())
          .contains("1 report in 1 outlet from 1 independent source");
    }
  }

  @Test
  void whatASpeakerSaidStandsUnderItsYear() {
    try (Page page = wide("/said")) {
      page.fill("#speaker", "Lunde");
      page.fill("#q", "risk");
      page.click("button[type=submit]");
      assertThat(page.locator("main").innerText())
          .contains("2024")
          .contains("We will not risk a single life")
          .doesNotContain("arrested");
    }
  }

  @Test
  void peopleAreHeldApartAndTheDecisionTakenBack() {
    try (Page page = wide("/people?name=Kari+Lunde")) {
      page.fill("#one", "Kari Lunde");
      page.selectOption("#is", "other");
      page.fill("#than", "Karin Lunde");
      page.fill("#who", "Ana Reviewer");
      page.click("text=Keep it");
      assertThat(page.locator("main").innerText())
          .contains("Kari Lunde is another person than Karin Lunde");
      page.fill("input[id^=who-]", "Ana Reviewer");
      page.click("text=Take it back");
      assertThat(page.locator("main").innerText()).doesNotContain("another person than Karin");
    }
  }

  @Test
  void twoNamesAreMergedAndSplit() {
    try (Page page = wide("/actor?name=Kari+Lunde")) {
      page.fill("#name", "Nils Ek");
      page.fill("#names #who", "Ana Reviewer");
      page.click("text=Hold them to be one");
      assertThat(page.locator("body").innerText()).contains("Names held to be one");
      page.fill("#names input[id^=who-]", "Ana Reviewer");
      page.click("text=Split them again");
      assertThat(page.locator("body").innerText()).doesNotContain("Names held to be one");
    }
  }

  /** 10,000 texts of emoji, combining marks, right-to-left and lone surrogates; 0 differences. */
  @Test
  void theBrowsersOffsetsAreJavas() {
    Random random = new Random(7);
    List<Map<String, Object>> cases = new ArrayList<>();
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      String text = text(random);
      CodePoints points = CodePoints.of(text);
      int at = random.nextInt(points.length() + 1);
      cases.add(Map.of("text", escaped(text), "at", at));
      expected.add(points.toUtf16(at));
    }
    try (Page page = browser.page(800, 600)) {
      page.navigate(at("/read"));
      Object found =
          page.evaluate(
              "async (cases) => { const { toUtf16, toCodePoint } = await import('/static/codepoints.js');"
                  + " return cases.map(({ text, at }) => { const own = JSON.parse('\"' + text + '\"');"
                  + " const unit = toUtf16(own, at); return toCodePoint(own, unit) === at ? unit : -1; }); }",
              cases);
      assertThat(found).isEqualTo(expected);
    }
  }

  private static String text(Random random) {
    int[] alphabet = {
      'a', ' ', 0xE9, 0x301, 0x5D0, 0x627, 0x200D, 0x1F600, 0x1F1F3, 0x10FFFF, 0xD800, 0xDC00,
      0x4E2D
    };
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(40); length > 0; length--) {
      text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
    }
    return text.toString();
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append(String.format("\\u%04x", c)));
    return escaped.toString();
  }
}
