package dateline.event;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.Dateline;
import dateline.PageInput;
import dateline.model.Event;
import dateline.model.Resolved;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events take the date of their own clause. */
class EventDateTest {

  private static final Dateline DATELINE = Dateline.open();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Rebels attacked the town of Aleppo on Friday.|attacked|2020-11-13",
        "In September, Syria attacked Turkey on the 4th of September.|attacked|2020-09-04",
        "Russia invaded Georgia in 2008 and Ukraine attacked Russia in 2020.|invaded|2008",
      })
  void isThatOfTheirClause(String text, String trigger, String date) throws Exception {
    assertThat(events(text))
        .filteredOn(event -> words(text, event).equals(trigger))
        .as("events of: %s", text)
        .isNotEmpty()
        .allSatisfy(
            event ->
                assertThat(event.date()).isNotNull().extracting(Resolved::value).isEqualTo(date));
  }

  private static String words(String text, Event event) {
    return text.substring(event.trigger().get(0).start(), event.trigger().get(0).end());
  }

  private static List<Event> events(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return DATELINE
        .read(
            new PageInput(
                null, bytes, PageInput.Kind.TEXT, null, "utf-8", null, "2020-11-17", null))
        .events();
  }
}
