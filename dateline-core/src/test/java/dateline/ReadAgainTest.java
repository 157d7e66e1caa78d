package dateline;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.json.RecordJson;
import dateline.model.ArticleRecord;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadAgainTest {

  private static final Dateline DATELINE = Dateline.open();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html lang=en><head><title>Harbour stays open</title><meta property='article:published_time'"
            + " content='2024-03-05T10:00:00Z'></head><body><article><h1>Harbour stays open</h1>"
            + "<p>OSLO, March 5 (Reuters) - Prime Minister Anna Berg said on Monday that Norway will"
            + " sign the accord with Sweden next week.</p><p>\"The harbour stays open,\" she told"
            + " reporters in Bergen.</p></article><div id=comments><div class=comment><b>Jo</b><p>Well"
            + " said, all of it.</p></div></div></body></html>",
        "<html lang=de><body><article><h1>Der Hafen bleibt offen</h1><p>Die Regierung hat am Montag"
            + " in Oslo mitgeteilt, dass der Hafen offen bleibt und niemand daran etwas ändern"
            + " will.</p></article></body></html>",
        "OSLO (AP) - \"We agree,\" Prime Minister Anna Berg said on Tuesday."
      })
  void fromItsRecordAnArticleIsReadAsFromItsPage(String page) throws PageException {
    ArticleRecord record =
        DATELINE.read(
            PageInput.of(page.getBytes(StandardCharsets.UTF_8), "https://x.example/a/2024/page"));
    ArticleRecord kept = RecordJson.read(RecordJson.write(record));

    assertThat(RecordJson.write(DATELINE.readAgain(kept))).isEqualTo(RecordJson.write(record));
  }
}
