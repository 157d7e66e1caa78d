package dateline.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.language.Analysis;
import dateline.language.NewsEnglish;
import dateline.language.Paragraphs;
import dateline.model.Actor;
import dateline.model.Actor.Form;
import dateline.model.Actor.Kind;
import dateline.model.Actor.Mention;
import dateline.model.Resolved;
import dateline.model.Statement;
import dateline.model.TimeExpression;
import dateline.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatementBuilderTest {

  private static final Resolved PUBLISHED = new Resolved("2021-03-05T10:00", "given", 1, null);

  private final List<Actor> actors = new ArrayList<>();
  private final List<TimeExpression> times = new ArrayList<>();

  private List<Statement> statements(String text, @Nullable Resolved published) {
    Analysis analysis = NewsEnglish.load().analyse(text, Paragraphs.of(text));
    return StatementBuilder.create()
        .build(analysis, AttributionFinder.create().find(analysis), actors, times, published);
  }

  private void actor(String text, String id, String... mentions) {
    List<Mention> found = new ArrayList<>();
    for (String mention : mentions) {
      found.add(new Mention(List.of(span(text, mention)), Form.NAME));
    }
    actors.add(new Actor(id, mentions[0], Kind.PERSON, null, List.of(), null, found));
  }

  private static Span span(String text, String words) {
    int start = text.indexOf(words);
    return new Span(start, start + words.length());
  }

  @Test
  void theSpeakerIsTheActorOfTheSourcesHead() {
    String text = "“We will stay,” said Ana Lopez, a spokeswoman for Acme.";
    actor(text, "a1", "Acme");
    actor(text, "a2", "Ana Lopez");
    assertThat(statements(text, null)).extracting(Statement::speaker).containsExactly("a2");
  }

  @Test
  void aSourceThatIsNoActorHasNoSpeaker() {
    String text = "“We will stay,” an official said.";
    assertThat(statements(text, null))
        .extracting(Statement::speaker)
        .hasSize(1)
        .containsOnlyNulls();
  }

  @Test
  void theDateStandsInTheCuesClause() {
    String text = "Lopez said on Tuesday that the mine would close in May.";
    Span tuesday = span(text, "Tuesday");
    times.add(
        new TimeExpression(
            "t1",
            List.of(tuesday),
            TimeExpression.Type.DATE,
            "2021-03-02",
            null,
            "published",
            "weekday-before-published",
            0.9));
    Resolved date = statements(text, PUBLISHED).get(0).date();
    assertThat(date).isEqualTo(new Resolved("2021-03-02", "in-clause", 0.81, List.of(tuesday)));
  }

  @Test
  void aDayOfTheCueGoesBeforeANearerOne() {
    String text = "On Monday, after a march on Sunday, Lopez said the mine would close.";
    day(text, "Monday", "2021-03-01");
    day(text, "Sunday", "2021-02-28");
    assertThat(statements(text, PUBLISHED).get(0).date())
        .isNotNull()
        .extracting(Resolved::value)
        .isEqualTo("2021-03-01");
  }

  @Test
  void aPartOfADayIsADateToo() {
    String text = "Lopez said on Monday night that the mine would close.";
    day(text, "Monday night", "2021-03-01TNI");
    assertThat(statements(text, PUBLISHED).get(0).date())
        .isNotNull()
        .extracting(Resolved::value)
        .isEqualTo("2021-03-01TNI");
  }

  private void day(String text, String words, String value) {
    times.add(
        new TimeExpression(
            "t" + times.size(),
            List.of(span(text, words)),
            TimeExpression.Type.DATE,
            value,
            null,
            "published",
            "weekday",
            0.9));
  }

  @Test
  void withoutADayItIsTheDayOfPublicationAndUnsure() {
    Resolved date = statements("“We will stay,” Lopez said.", PUBLISHED).get(0).date();
    assertThat(date).isEqualTo(new Resolved("2021-03-05", "published", 0.4, null));
    assertThat(statements("“We will stay,” Lopez said.", null).get(0).date()).isNull();
  }

  @Test
  void whatGoesOnPointsBackAndKeepsTheSpeaker() {
    String text = "Lopez said: “We want peace,” adding that “the army will stay.”";
    actor(text, "a1", "Lopez");
    List<Statement> statements = statements(text, PUBLISHED);
    assertThat(statements).extracting(Statement::id).containsExactly("s1", "s2");
    assertThat(statements).extracting(Statement::partOf).containsExactly(null, "s1");
    assertThat(statements).extracting(Statement::speaker).containsExactly("a1", "a1");
  }
}
