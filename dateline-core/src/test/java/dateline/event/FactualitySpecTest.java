package dateline.event;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.actor.ActorFinder;
import dateline.attribution.AttributionFinder;
import dateline.attribution.StatementBuilder;
import dateline.language.Analysis;
import dateline.language.NewsEnglish;
import dateline.language.Paragraphs;
import dateline.model.Actor;
import dateline.model.Attribution;
import dateline.model.Event;
import dateline.model.Statement;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether an event happened, and by whose word: the project's own sentences. */
final class FactualitySpecTest {

  private static final NewsEnglish ENGLISH = NewsEnglish.load();
  private static final EventFinder EVENTS = EventFinder.create();
  private static final ActorFinder ACTORS = ActorFinder.create();
  private static final AttributionFinder ATTRIBUTIONS = AttributionFinder.create();
  private static final StatementBuilder STATEMENTS = StatementBuilder.create();

  private record Case(String sentence, String trigger, String factuality, String asserter) {}

  @Test
  void nineOfTenFactualitiesAreRight() throws IOException {
    List<Case> cases = cases();
    List<String> wrong = new ArrayList<>();
    for (Case one : cases) {
      String got = answer(one)[0];
      if (!got.equals(one.factuality())) {
        wrong.add(one.sentence() + " | " + one.trigger() + " → " + got);
      }
    }
    assertThat(cases).hasSizeGreaterThanOrEqualTo(200);
    assertThat(wrong)
        .describedAs(String.join("\n", wrong))
        .hasSizeLessThanOrEqualTo(cases.size() / 10);
  }

  @Test
  void nineOfTenAssertersAreRight() throws IOException {
    List<Case> cases = cases();
    List<String> wrong = new ArrayList<>();
    for (Case one : cases) {
      String got = answer(one)[1];
      boolean right = one.asserter().equals("-") ? got.equals("-") : got.contains(one.asserter());
      if (!right) {
        wrong.add(one.sentence() + " | " + one.asserter() + " → " + got);
      }
    }
    assertThat(wrong)
        .describedAs(String.join("\n", wrong))
        .hasSizeLessThanOrEqualTo(cases.size() / 10);
  }

  /** Factuality and the asserting statement's source, of the event with the trigger word. */
  private static String[] answer(Case one) {
    Analysis analysis = ENGLISH.analyse(one.sentence(), Paragraphs.of(one.sentence()));
    List<Attribution> attributions = ATTRIBUTIONS.find(analysis);
    List<Actor> actors = ACTORS.find(analysis, attributions, null);
    List<Statement> statements = STATEMENTS.build(analysis, attributions, actors, List.of(), null);
    for (Event event : EVENTS.find(analysis, actors, statements, List.of(), List.of(), null)) {
      for (List<dateline.text.Span> mention : event.mentions()) {
        String words = analysis.codePoints().slice(mention);
        if ((" " + words + " ").contains(" " + one.trigger() + " ")) {
          return new String[] {
            event.factuality().code(), source(analysis, statements, event.assertedBy())
          };
        }
      }
    }
    return new String[] {"none", "none"};
  }

  private static String source(
      Analysis analysis, List<Statement> statements, @org.jspecify.annotations.Nullable String id) {
    return statements.stream()
        .filter(statement -> statement.id().equals(id))
        .map(statement -> "source: " + analysis.codePoints().slice(statement.source()))
        .findFirst()
        .orElse("-");
  }

  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                FactualitySpecTest.class.getResourceAsStream("factuality.tsv"),
                StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.startsWith("#") && !line.isBlank()) {
          String[] row = line.split("\t");
          cases.add(new Case(row[0], row[1], row[2], row[3]));
        }
      }
    }
    return cases;
  }
}
