package dateline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dateline.Dateline;
import dateline.store.RecordStore;
import dateline.store.SqliteStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 300 payloads in every field of stored records, on every page, in a real browser: none runs. */
class HostileTextTest {

  private static final int PAYLOADS = 300;
  private static final int A_RECORD = 30;

  private static final List<String> CORES =
      List.of(
          "<script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "<svg onload=alert(1)>",
          "<svg><script>alert(1)</script></svg>",
          "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
          "<iframe src=\"javascript:alert(1)\"></iframe>",
          "<a href=\"javascript:alert(1)\">x</a>",
          "javascript:alert(1)",
          "data:text/html,<script>alert(1)</script>",
          "<body onload=alert(1)>",
          "<input autofocus onfocus=alert(1)>",
          "<details open ontoggle=alert(1)>",
          "<style>@import 'javascript:alert(1)';</style>",
          "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
          "<object data=\"javascript:alert(1)\"></object>",
          "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
          "<base href=\"https://evil.example/\">",
          "<video><source onerror=alert(1)></video>",
          "<form action=\"javascript:alert(1)\"><button>x</button></form>",
          "<template><script>alert(1)</script></template>",
          "onmouseover=alert(1) x=",
          "${alert(1)}",
          "@if(true)<script>alert(1)</script>@endif",
          "&lt;script&gt;alert(1)&lt;/script&gt;",
          "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e");

  /** What may end the place that the words stand in. */
  private static final List<String> LEADS =
      List.of(
          "",
          "\">",
          "'>",
          "</title>",
          "</textarea>",
          "</script>",
          "-->",
          "\" ",
          "' ",
          "]]>",
          "\u0000",
          "x\" onmouseover=\"alert(1)\" y=\"");

  @TempDir Path folder;

  @Test
  void nothingHostileRunsOnAnyPage() {
    try (Browser browser = Browser.open();
        RecordStore store = SqliteStore.open(folder.resolve("hostile.db"))) {
      List<String> payloads = payloads();
      assertThat(payloads).hasSize(PAYLOADS).doesNotHaveDuplicates();
      List<String> ids = new ArrayList<>();
      for (int from = 0; from < PAYLOADS; from += A_RECORD) {
        String id = "hostile-" + from;
        ids.add(id);
        store.save(
            List.of(
                new RecordStore.Reading(
                    id,
                    null,
                    id,
                    TestRecords.record(id, payloads.subList(from, from + A_RECORD)))));
      }
      store
          .reviews()
          .merge(payloads.get(1), payloads.get(0), payloads.get(2), "2024-01-01T00:00:00Z");
      store
          .reviews()
          .review(
              ids.get(0),
              "s1",
              dateline.store.Reviews.Verdict.FIX,
              "speaker",
              payloads.get(3),
              payloads.get(4),
              "2024-01-01T00:00:00Z");
      ServerSettings settings = new ServerSettings("127.0.0.1", 0, null, 0, false);
      try (DatelineServer server = DatelineServer.start(Dateline.open(), store, settings);
          Page page = browser.page(1200, 900)) {
        List<String> ran = new ArrayList<>();
        page.onDialog(
            dialog -> {
              ran.add(dialog.message() + " on " + page.url());
              dialog.dismiss();
            });
        for (String path : paths(ids, payloads)) {
          page.navigate("http://127.0.0.1:" + server.port() + path);
          Object foreign =
              page.evaluate(
                  "[...document.querySelectorAll('script:not([src=\"/static/reader.js\"]), img, iframe,"
                      + " object, embed, base, style, video, math, [onerror], [onload], [onfocus],"
                      + " [ontoggle], [onmouseover]')].map((e) => e.outerHTML)"
                      + ".concat([...document.querySelectorAll('a[href], form[action]')]"
                      + ".map((e) => e.getAttribute('href') ?? e.getAttribute('action'))"
                      + ".filter((a) => !/^(https?:|[\\/#?])/.test(a)))");
          assertThat((List<?>) foreign).as(path).isEmpty();
        }
        assertThat(ran).isEmpty();
      }
    }
  }

  private static List<String> payloads() {
    List<String> payloads = new ArrayList<>();
    for (String lead : LEADS) {
      for (String core : CORES) {
        payloads.add((lead + core).replace("alert(1)", "alert(" + payloads.size() + ")"));
      }
    }
    return payloads;
  }

  private static List<String> paths(List<String> ids, List<String> payloads) {
    List<String> paths =
        new ArrayList<>(
            List.of(
                "/",
                "/timeline",
                "/map",
                "/pair?a=NOR&b=SWE",
                "/stories?articles=1",
                "/story/" + ids.get(0)));
    for (String id : ids) {
      paths.add("/article/" + id);
      paths.add("/article/" + id + "/revisions");
    }
    paths.add("/article/" + ids.get(0) + "/review?item=s1");
    paths.add("/article/" + ids.get(0) + "/review?item=e1");
    paths.add("/article/" + ids.get(0) + "/event/e1");
    for (String kind : List.of("statements", "events", "articles")) {
      paths.add("/search?in=" + kind);
    }
    for (int i = 0; i < payloads.size(); i += 25) {
      String payload = Question.encode(payloads.get(i));
      paths.add("/actor?name=" + payload);
      paths.add(
          "/search?q="
              + payload
              + "&speaker="
              + payload
              + "&outlet="
              + payload
              + "&from="
              + payload);
      paths.add("/map?q=" + payload + "&actor=" + payload + "&view=" + payload);
      paths.add("/pair?a=" + payload + "&b=" + payload);
      paths.add("/export?q=" + payload);
      paths.add("/said?speaker=" + payload + "&q=" + payload);
      paths.add("/people?name=" + payload);
    }
    return paths;
  }
}
