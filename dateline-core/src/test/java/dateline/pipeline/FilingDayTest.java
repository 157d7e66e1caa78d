package dateline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.Dateline;
import dateline.PageException;
import dateline.PageInput;
import dateline.model.ArticleRecord;
import dateline.model.TimeExpression;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilingDayTest {

  private static final Dateline DATELINE = Dateline.open();

  private static ArticleRecord read(String text, @Nullable String published) throws PageException {
    return DATELINE.read(
        new PageInput(
            null,
            text.getBytes(StandardCharsets.UTF_8),
            PageInput.Kind.TEXT,
            null,
            "utf-8",
            null,
            published,
            null));
  }

  private static TimeExpression time(ArticleRecord record, String words) {
    String text = record.article().text();
    return record.times().stream()
        .filter(t -> text.substring(t.span().get(0).start(), t.span().get(0).end()).equals(words))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The outlet's evening is the next morning in the east; its night is the day before in the west.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TOKYO, Japan – Ministers met on Wednesday.  |2020-11-17T22:30:00-05:00|Wednesday|2020-11-18",
        "TOKYO, Japan – Ministers met yesterday.     |2020-11-17T22:30:00-05:00|yesterday|2020-11-17",
        "TOKYO, Japan – Ministers meet today.        |2020-11-17T22:30:00-05:00|today    |2020-11-18",
        "BAKU, Azerbaijan – Shells fell today.       |2020-11-17T21:10:00Z     |today    |2020-11-18",
        "LOS ANGELES – Firemen came this morning.    |2020-11-18T05:30:00Z     |this morning|2020-11-17TMO",
        "HONOLULU, Hawaii – It rained yesterday.     |2020-11-18T09:30:00Z     |yesterday|2020-11-16",
        "NEW YORK – It snows tomorrow.               |2020-11-18T03:30:00Z     |tomorrow |2020-11-18",
      })
  void theDayIsThatOfTheDatelinesPlace(String text, String published, String words, String value)
      throws PageException {
    TimeExpression time = time(read(text, published), words);

    assertThat(time.value()).isEqualTo(value);
    assertThat(time.anchor()).isEqualTo("dateline");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TOKYO, Japan – Ministers met on Monday.   |2020-11-17T08:30:00-05:00",
        "TOKYO, Japan – Ministers met on Monday.   |2020-11-17",
        "TOKYO, Japan – Ministers met on Monday.   |2020-11-17T22:30",
        "Ministers met on Monday.                  |2020-11-17T22:30:00-05:00",
        "OSLO, May 3 – Ministers met on Monday.    |2020-11-17",
      })
  void elseItIsTheDayOfPublication(String text, String published) throws PageException {
    TimeExpression time = time(read(text, published), "Monday");

    assertThat(time.value()).isEqualTo("2020-11-16");
    assertThat(time.anchor()).isEqualTo("published");
  }

  @Test
  void theDatelinesOwnDateCounts() throws PageException {
    ArticleRecord record = read("OSLO, Nov. 15 – Ministers met yesterday.", "2020-11-17");

    assertThat(time(record, "yesterday").value()).isEqualTo("2020-11-14");
    assertThat(time(record, "yesterday").anchor()).isEqualTo("dateline");
    assertThat(record.article().published()).isNotNull();
  }

  @Test
  void aClockSaidWithItsZoneKeepsTheDayOfTheText() throws PageException {
    ArticleRecord record =
        read("TOKYO, Japan – The vote ends at 9 p.m. JST today.", "2020-11-17T22:30:00-05:00");

    assertThat(time(record, "9 p.m. JST today").value()).isEqualTo("2020-11-18T21:00+09");
  }
}
