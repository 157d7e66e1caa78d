package dateline.actor;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.language.Analysis;
import dateline.language.NewsEnglish;
import dateline.model.Actor;
import dateline.model.Actor.Form;
import dateline.model.Actor.Kind;
import dateline.model.Attribution;
import dateline.model.Statement;
import dateline.text.CharRange;
import dateline.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With the installed encoder, over sentences of our own. */
class ActorFinderTest {

  private static final LocalDate DAY = LocalDate.of(2020, 11, 17);
  private static final NewsEnglish ENGLISH = NewsEnglish.load();

  private final ActorFinder finder = ActorFinder.create();

  /** One article being read, with what is attributed in it. */
  private final class Text {

    private final String text;
    private final List<Attribution> attributions = new ArrayList<>();
    private List<Actor> actors = List.of();

    Text(String text) {
      this.text = text;
    }

    Text said(String source, String content, Statement.Kind kind) {
      attributions.add(
          new Attribution(
              kind,
              Statement.Type.COMMUNICATION,
              List.of(
                  span(
                      source,
                      text.indexOf(content) < text.indexOf(source) ? text.indexOf(content) : 0)),
              List.of(),
              List.of(span(content, 0)),
              null,
              null,
              List.of(),
              List.of(),
              1));
      return this;
    }

    private Span span(String words, int from) {
      int at = text.indexOf(words, from);
      assertThat(at).as(words).isNotNegative();
      return new Span(at, at + words.length());
    }

    Text read() {
      List<CharRange> paragraphs = new ArrayList<>();
      int start = 0;
      for (String paragraph : text.split("\n")) {
        paragraphs.add(new CharRange(start, start + paragraph.length()));
        start += paragraph.length() + 1;
      }
      Analysis analysis = ENGLISH.analyse(text, paragraphs);
      actors = finder.find(analysis, attributions, DAY);
      return this;
    }

    Actor actor(String name) {
      return actors.stream().filter(actor -> actor.name().equals(name)).findFirst().orElseThrow();
    }

    List<String> mentions(String name) {
      return actor(name).mentions().stream()
          .map(
              mention -> text.substring(mention.span().get(0).start(), mention.span().get(0).end()))
          .toList();
    }

    List<String> names() {
      return actors.stream().map(Actor::name).toList();
    }
  }

  private Text read(String text) {
    return new Text(text).read();
  }

  @Test
  void aPersonIsOneOverNamePartTitleRoleAndPronoun() {
    Text text =
        read(
            "Azerbaijani President Ilham Aliyev spoke on Tuesday.\nAliyev thanked the army. "
                + "He promised peace.\nThe Azerbaijani president then left.");

    assertThat(text.mentions("Ilham Aliyev"))
        .containsExactly(
            "Azerbaijani President Ilham Aliyev", "Aliyev", "He", "The Azerbaijani president");
    assertThat(text.actor("Ilham Aliyev").country()).isEqualTo("AZE");
    assertThat(text.actor("Ilham Aliyev").sectors()).containsExactly("GOV");
    assertThat(text.actor("Ilham Aliyev").kind()).isEqualTo(Kind.PERSON);
  }

  @Test
  void anAppositionTellsRoleAndCountry() {
    Text text = read("Petra Nowak, the foreign minister of Slovenia, flew home.");

    assertThat(text.actor("Petra Nowak").country()).isEqualTo("SVN");
    assertThat(text.actor("Petra Nowak").sectors()).containsExactly("GOV");
  }

  @Test
  void capitalsThatSignAreGovernments() {
    Text text = read("Moscow, Baku and Yerevan signed a ceasefire agreement to end the war.");

    assertThat(text.names()).startsWith("Moscow", "Baku", "Yerevan");
    Actor baku = text.actor("Baku");
    assertThat(baku.country()).isEqualTo("AZE");
    assertThat(baku.sectors()).containsExactly("GOV");
    assertThat(baku.kind()).isEqualTo(Kind.PLACE);
    assertThat(baku.mentions().get(0).form()).isEqualTo(Form.CAPITAL);
  }

  @Test
  void aCapitalThatAccusesIsNoPerson() {
    Text text =
        read("Washington accused Moscow of lying. Baku said that Yerevan had broken its word.");

    assertThat(text.actor("Washington").kind()).isEqualTo(Kind.PLACE);
    assertThat(text.actor("Washington").country()).isEqualTo("USA");
    assertThat(text.actor("Baku").kind()).isEqualTo(Kind.PLACE);
  }

  @Test
  void aCapitalInAPersonsNameIsThePerson() {
    Text text = read("Actor Denzel Washington came late. Washington said that he was tired.");

    assertThat(text.actor("Denzel Washington").kind()).isEqualTo(Kind.PERSON);
    assertThat(text.mentions("Denzel Washington")).contains("Washington");
  }

  @Test
  void countriesThatAccuseAreActors() {
    Text text = read("Armenia and Azerbaijan accused each other of breaking the truce.");

    assertThat(text.names()).contains("Armenia", "Azerbaijan");
    assertThat(text.actor("Armenia").sectors()).isEmpty();
  }

  @Test
  void aPlaceWhereThingsHappenIsNoActor() {
    Text text = read("Thousands of protesters marched in Baku and later in France.");

    assertThat(text.names()).doesNotContain("Baku", "France");
    assertThat(text.names()).anyMatch(name -> name.contains("protesters"));
  }

  @Test
  void theDatelineYieldsNoActors() {
    Text text = read("BEIRUT, LEBANON (2:40 P.M.) – Russia sent soldiers on Monday.");

    assertThat(text.names()).contains("Russia").doesNotContain("BEIRUT", "Lebanon");
  }

  @Test
  void heAndSheAreToldApart() {
    Text text =
        read(
            "Angela Merkel met Emmanuel Macron in Berlin. She praised the deal. "
                + "He asked for more time.");

    assertThat(text.mentions("Angela Merkel")).contains("She");
    assertThat(text.mentions("Emmanuel Macron")).contains("He");
  }

  @Test
  void anObjectPronounIsNotItsOwnSubject() {
    Text text = read("Vladimir Putin arrived early. Recep Tayyip Erdogan greeted him warmly.");

    assertThat(text.mentions("Vladimir Putin")).contains("him");
  }

  @Test
  void iAndWeInAQuoteAreTheSpeaker() {
    Text text =
        new Text("“We will rebuild, and I am proud,” said Maria Lopez, a doctor in Lima.")
            .said("Maria Lopez", "“We will rebuild, and I am proud,”", Statement.Kind.DIRECT)
            .read();

    assertThat(text.mentions("Maria Lopez")).contains("We", "I");
  }

  @Test
  void aSourceThatNobodyNamesIsAnActor() {
    Text text =
        new Text("Two people with knowledge of the talks said that a deal was near.")
            .said(
                "Two people with knowledge of the talks",
                "that a deal was near",
                Statement.Kind.INDIRECT)
            .read();

    assertThat(text.actors).isNotEmpty();
    assertThat(text.actors.get(0).mentions().get(0).span().get(0).start()).isZero();
  }

  @Test
  void initialsAreTheBodySpelledOut() {
    Text text =
        read(
            "The Danube River Relief Foundation opened an office. Staff of the DRRF arrived, "
                + "and the foundation paid them.");

    assertThat(text.mentions("Danube River Relief Foundation")).contains("the DRRF");
  }

  @Test
  void twoBearersOfOneSurnameStayApart() {
    Text text =
        read(
            "Hillary Clinton spoke in Iowa. Bill Clinton stayed at home. Mrs. Clinton smiled. "
                + "Hillary Clinton left.");

    assertThat(text.mentions("Hillary Clinton")).contains("Mrs. Clinton");
    assertThat(text.mentions("Bill Clinton")).containsExactly("Bill Clinton");
  }

  @Test
  void aDoubleSurnameIsOneName() {
    Text text = read("Petra Weber-Costa spoke in Lima. Ms. Weber-Costa then left.");

    assertThat(text.mentions("Petra Weber-Costa"))
        .containsExactly("Petra Weber-Costa", "Ms. Weber-Costa");
  }

  @Test
  void heWhoSpeaksIsTheLastSubjectRatherThanTheLastSpeaker() {
    Text text =
        new Text(
                "“We will wait,” said Tom Ahlers.\nJon Bakke, a farmer in Norway, agreed with"
                    + " Ahlers.\n“Our side is right,” he said.")
            .said("Tom Ahlers", "“We will wait,”", Statement.Kind.DIRECT)
            .said("he", "“Our side is right,”", Statement.Kind.DIRECT)
            .read();

    assertThat(text.mentions("Jon Bakke")).contains("he");
  }

  @Test
  void sheWhoSpeaksIsNotSheWhoIsTalkedAbout() {
    Text text =
        new Text("Maria Lopez said that Anna Kern was late.\n“It is a pity,” she said.")
            .said("Maria Lopez", "that Anna Kern was late", Statement.Kind.INDIRECT)
            .said("she", "“It is a pity,”", Statement.Kind.DIRECT)
            .read();

    assertThat(text.mentions("Maria Lopez")).contains("she");
  }

  @Test
  void anUnnamedOfficialIsNewEachTime() {
    Text text = read("A senior official spoke in Rome. A senior official spoke in Paris.");

    assertThat(text.names()).filteredOn(name -> name.equals("senior official")).hasSize(2);
  }

  @Test
  void readingTwiceGivesTheSame() {
    String words = "President Joe Biden met Iraqi leaders. He told them that the US would stay.";

    assertThat(read(words).actors).isEqualTo(read(words).actors);
  }

  @Test
  void anEmptyTextHasNoActors() {
    assertThat(read("").actors).isEmpty();
  }

  @Test
  void withoutTagsNamesAreStillFound() {
    String text = "President Ilham Aliyev met Armenian officials. Aliyev said he was glad.";
    Analysis analysis =
        NewsEnglish.segmentOnly().analyse(text, List.of(new CharRange(0, text.length())));

    List<Actor> actors = finder.find(analysis, List.of(), DAY);

    assertThat(actors.get(0).name()).isEqualTo("Ilham Aliyev");
    assertThat(actors.get(0).mentions()).hasSizeGreaterThanOrEqualTo(3);
  }
}
