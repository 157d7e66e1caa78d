package dateline.event;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.data.Resource;
import dateline.language.NewsEnglish;
import dateline.language.Paragraphs;
import dateline.model.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The examples that travel with the trigger tables. */
final class EventExamplesTest {

  @Test
  void everyExampleGivesTheTypesThatItNames() {
    NewsEnglish english = NewsEnglish.load();
    EventFinder finder = EventFinder.create();
    List<String> wrong = new ArrayList<>();
    for (String[] row : Resource.table("event/examples.tsv")) {
      List<Event> events =
          finder.find(
              english.analyse(row[0], Paragraphs.of(row[0])),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              null);
      String types = events.stream().map(e -> e.type().name()).collect(Collectors.joining(" "));
      if (!(types.isEmpty() ? "-" : types).equals(row[1])) {
        wrong.add(row[0] + " → " + types);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theTablesAreBroad() {
    assertThat(new TriggerLexicon().size()).isGreaterThan(1500);
  }
}
