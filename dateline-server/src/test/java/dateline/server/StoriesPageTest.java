package dateline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.Dateline;
import dateline.PageException;
import dateline.PageInput;
import dateline.model.ArticleRecord;
import dateline.store.RecordStore;
import dateline.store.SqliteStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoriesPageTest {

  private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*)\" rel=\"next\"");
  private static final Pattern STORY = Pattern.compile("href=\"(/story/[^\"]*)\"");

  @TempDir private Path folder;

  @Test
  void pagesOfThePastShowEveryStoryOfThenOnce() throws Exception {
    Dateline dateline = Dateline.open();
    try (RecordStore store = SqliteStore.open(folder.resolve("news.db"))) {
      for (int i = 0; i < 45; i++) {
        store.save(List.of(new RecordStore.Reading("in", (long) i, "f" + i, article(dateline, i))));
      }
      ServerSettings settings = new ServerSettings("127.0.0.1", 0, null, 0, false);
      try (DatelineServer server = DatelineServer.start(dateline, store, settings)) {
        Set<String> seen = new HashSet<>();
        String address = "/stories?articles=1&asOf=40";
        for (int page = 0; !address.isEmpty(); page++) {
          assertThat(page).isLessThan(2);
          String shown = get(server, address);
          STORY.matcher(shown).results().forEach(story -> seen.add(story.group(1)));
          Matcher next = NEXT.matcher(shown);
          address = next.find() ? next.group(1).replace("&amp;", "&") : "";
        }
        assertThat(seen).hasSize(40).allMatch(story -> story.endsWith("?asOf=40"));
      }
    }
  }

  /** Each is of another month and of other things. */
  private static ArticleRecord article(Dateline dateline, int number) throws PageException {
    String text = "A heron%1$d was seen at the quarry%1$d by the miller%1$d.".formatted(number);
    return dateline.read(
        new PageInput(
            "in",
            text.getBytes(StandardCharsets.UTF_8),
            PageInput.Kind.TEXT,
            "https://paper.example/" + number,
            null,
            "Heron" + number,
            LocalDate.of(2020, 1, 1).plusMonths(number).toString(),
            null));
  }

  private static String get(DatelineServer server, String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + server.port() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
        .body();
  }
}
