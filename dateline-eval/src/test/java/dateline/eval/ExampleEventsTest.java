package dateline.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.Dateline;
import dateline.PageInput;
import dateline.model.ArticleRecord;
import dateline.model.Event;
import dateline.text.CodePoints;
import dateline.text.Span;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The events of the shipped examples against those marked by hand: type and actors, whole articles.
 */
class ExampleEventsTest {

  /** A marked event; {@code sentence} is the one that its words stand in. */
  private record Marked(
      String page,
      Span sentence,
      String words,
      List<String> types,
      List<String> actors,
      boolean must) {}

  private final Map<String, ArticleRecord> records = new HashMap<>();

  @Test
  void typeAndActorsAreRightOftenEnough() throws Exception {
    List<Marked> marked = marked();
    List<String> missed = new ArrayList<>();
    Set<Event> right = new LinkedHashSet<>();
    int found = 0;
    int must = 0;
    for (Marked mark : marked) {
      Event event = find(mark, right);
      if (event != null) {
        right.add(event);
      }
      if (mark.must()) {
        must++;
        found += event == null ? 0 : 1;
        if (event == null) {
          missed.add(mark.page() + ": " + mark.words() + " " + mark.types() + " " + mark.actors());
        }
      }
    }
    int predicted = records.values().stream().mapToInt(record -> record.events().size()).sum();
    double precision = (double) right.size() / predicted;
    double recall = (double) found / must;
    String report =
        "precision %.2f, recall %.2f%nmissed: %s%nwrong: %s"
            .formatted(precision, recall, String.join("\n  ", missed), wrong(right));
    System.out.println(report);
    assertThat(precision).as(report).isGreaterThanOrEqualTo(0.75);
    assertThat(recall).as(report).isGreaterThanOrEqualTo(0.70);
  }

  private Event find(Marked mark, Set<Event> taken) {
    ArticleRecord record = Objects.requireNonNull(records.get(mark.page()));
    CodePoints text = CodePoints.of(record.article().text());
    for (Event event : record.events()) {
      boolean here =
          event.mentions().stream().anyMatch(trigger -> mark.sentence().contains(trigger.get(0)));
      if (here
          && !taken.contains(event)
          && mark.types().contains(event.type().code())
          && sameActors(mark, event, record, text)) {
        return event;
      }
    }
    return null;
  }

  /** Each marked actor is one of the event's, by its words or its name, and there are no more. */
  private static boolean sameActors(
      Marked mark, Event event, ArticleRecord record, CodePoints text) {
    List<String> names =
        event.actors().stream()
            .map(
                side ->
                    text.slice(side.span())
                        + " / "
                        + record.actors().stream()
                            .filter(a -> a.id().equals(side.actor()))
                            .map(a -> a.name())
                            .findFirst()
                            .orElse(""))
            .toList();
    return names.size() == mark.actors().size()
        && mark.actors().stream()
            .allMatch(actor -> names.stream().anyMatch(name -> name.contains(actor)));
  }

  private String wrong(Set<Event> right) {
    StringBuilder list = new StringBuilder();
    records.forEach(
        (page, record) -> {
          CodePoints text = CodePoints.of(record.article().text());
          for (Event event : record.events()) {
            if (!right.contains(event)) {
              list.append("\n  ")
                  .append(page)
                  .append(": ")
                  .append(event.type())
                  .append(" \"")
                  .append(text.slice(event.trigger()))
                  .append("\" ");
              event
                  .actors()
                  .forEach(side -> list.append('[').append(text.slice(side.span())).append(']'));
            }
          }
        });
    return list.toString();
  }

  private List<Marked> marked() throws Exception {
    List<Marked> marked = new ArrayList<>();
    Dateline dateline = Dateline.open();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    ExampleEventsTest.class.getResourceAsStream("example-events.tsv")),
                StandardCharsets.UTF_8))) {
      for (String line : in.lines().filter(l -> !l.startsWith("#")).toList()) {
        String[] cell = line.split("\t");
        if (!records.containsKey(cell[0])) {
          byte[] bytes = Files.readAllBytes(Shared.examples().resolve(cell[0]));
          records.put(cell[0], dateline.read(PageInput.of(bytes, cell[0])));
        }
        ArticleRecord record = records.get(cell[0]);
        CodePoints text = CodePoints.of(record.article().text());
        int at = text.text().indexOf(cell[1]);
        assertThat(at).as(line).isNotNegative();
        int end = text.toCodePoint(at + cell[1].length()) - 1;
        Span sentence =
            record.article().sentences().stream()
                .filter(s -> s.start() <= end && end < s.end())
                .findFirst()
                .orElseThrow();
        List<String> actors = cell[3].equals("-") ? List.of() : List.of(cell[3].split(", "));
        marked.add(
            new Marked(
                cell[0],
                sentence,
                cell[1],
                Arrays.asList(cell[2].split("\\|")),
                actors,
                cell[4].equals("must")));
      }
    }
    return marked;
  }
}
