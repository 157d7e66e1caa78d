package dateline.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.language.Analysis;
import dateline.language.NewsEnglish;
import dateline.language.Paragraphs;
import dateline.model.Attribution;
import dateline.model.Statement.Kind;
import dateline.model.Statement.Type;
import dateline.text.Span;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AttributionFinderTest {

  private static final AttributionFinder FINDER = AttributionFinder.create();

  /** An attribution in words, for reading in a failure. */
  private record Said(String source, String cue, String content) {}

  private static List<Attribution> find(String text) {
    return FINDER.find(analyse(text));
  }

  private static Analysis analyse(String text) {
    return NewsEnglish.load().analyse(text, Paragraphs.of(text));
  }

  private static List<Said> said(String text) {
    Analysis analysis = analyse(text);
    return FINDER.find(analysis).stream()
        .map(
            found ->
                new Said(
                    analysis.codePoints().slice(found.source()),
                    analysis.codePoints().slice(found.cue()),
                    analysis.codePoints().slice(found.content())))
        .toList();
  }

  private static String words(String text, List<Span> spans) {
    return analyse(text).codePoints().slice(spans);
  }

  @Test
  void aSourceIsNotBorrowedFromTheNextSentence() {
    String text =
        "Soldiers had shelled a village, according to the Red Cross. The army denied having fired on"
            + " houses.\nQuiroga rejected the accusation that his men had recruited children.";

    assertThat(said(text))
        .noneMatch(said -> said.cue().equals("denied") && said.source().equals("Quiroga"));
  }

  @Test
  void aSourceEndsBeforeItsCue() {
    assertThat(
            said(
                "“The talks in Nairobi were frank and we spoke about flood defences for hours. Money"
                    + " for the villages will be paid before the harvest begins,” Foreign Minister"
                    + " Aram Garatov said.\nForeign reporters need a permit to travel outside"
                    + " Nairobi."))
        .extracting(Said::source)
        .containsExactly("Foreign Minister Aram Garatov");
  }

  @Test
  void contentIsMoreThanAnArticle() {
    String text =
        "GENEVA, March 12 (Harbour Wire) – The Colombian government and the rebel Northern Front"
            + " signed a ceasefire agreement on Tuesday.";

    assertThat(said(text)).noneMatch(said -> said.content().equals("a"));
  }

  @Test
  void readsAQuotationBeforeItsCue() {
    assertThat(said("“We are ready to talk,” Karimov said on Friday."))
        .containsExactly(new Said("Karimov", "said", "“We are ready to talk,”"));
  }

  @Test
  void readsAnInvertedCue() {
    assertThat(said("\"The bridge is safe,\" said Mayor Ana Lopez."))
        .containsExactly(new Said("Mayor Ana Lopez", "said", "\"The bridge is safe,\""));
  }

  @Test
  void readsAQuotationAfterAColon() {
    assertThat(said("The general said: “The town has fallen.”"))
        .containsExactly(new Said("The general", "said", "“The town has fallen.”"));
  }

  @Test
  void joinsThePiecesAroundTheCue() {
    assertThat(said("“The talks failed,” Karimov said. “We will try again.”"))
        .containsExactly(new Said("Karimov", "said", "“The talks failed,” “We will try again.”"));
  }

  @Test
  void givesEveryCueOfASentenceItsOwnContent() {
    String text = "He said: “We want peace,” adding that “the army will stay.”";
    assertThat(said(text))
        .containsExactly(
            new Said("He", "said", "“We want peace,”"),
            new Said("He", "adding", "that “the army will stay.”"));
    assertThat(find(text)).extracting(Attribution::partOf).containsExactly(null, 0);
  }

  @Test
  void readsIndirectSpeech() {
    List<Attribution> found = find("The minister said that the border would stay closed.");
    assertThat(found).extracting(Attribution::kind).containsExactly(Kind.INDIRECT);
    assertThat(said("The minister said that the border would stay closed."))
        .containsExactly(new Said("The minister", "said", "that the border would stay closed"));
  }

  @Test
  void tellsKindsByTheMarks() {
    assertThat(find("Karimov said the deal was “a bad joke” for farmers."))
        .extracting(Attribution::kind)
        .containsExactly(Kind.MIXED);
    assertThat(find("“It is over,” Karimov said."))
        .extracting(Attribution::kind)
        .containsExactly(Kind.DIRECT);
  }

  @Test
  void tellsBeliefFromSpeech() {
    assertThat(find("Karimov believes that the war will end."))
        .extracting(Attribution::type)
        .containsExactly(Type.ATTITUDE);
  }

  @Test
  void readsAccordingTo() {
    assertThat(said("The river will rise again by Friday, according to the city's engineers."))
        .containsExactly(
            new Said(
                "the city's engineers", "according to", "The river will rise again by Friday"));
  }

  @Test
  void readsAQuotationOverParagraphs() {
    String text = "“We waited,” Karimov said.\n“Nobody came.\n“Then it rained.”";
    assertThat(find(text).get(0).cue()).hasSize(1);
    assertThat(said("Karimov said: “We waited.\n“Nobody came.”"))
        .containsExactly(new Said("Karimov", "said", "“We waited.\n“Nobody came.”"));
  }

  @Test
  void readsAHeadline() {
    assertThat(said("Karimov: no talks before the spring\nThe town was quiet."))
        .contains(new Said("Karimov", ":", "no talks before the spring"));
  }

  @Test
  void findsVenueAndAddressee() {
    String text =
        "“We will stay,” Karimov said in a speech to miners broadcast by state radio on Monday.";
    Attribution found = find(text).get(0);
    assertThat(words(text, found.venue())).isEqualTo("a speech to miners broadcast by state radio");
    assertThat(words(text, found.addressee())).isEqualTo("miners");
    String told = "Karimov told reporters that he would resign.";
    assertThat(words(told, find(told).get(0).addressee())).isEqualTo("reporters");
  }

  @Test
  void findsVenueAndAddresseeInAnOpeningPhrase() {
    String text = "In a letter to the council, Governor Amir Sadiq wrote that the dam was unsafe.";
    Attribution letter = find(text).get(0);

    assertThat(words(text, letter.venue())).isEqualTo("a letter to the council");
    assertThat(words(text, letter.addressee())).isEqualTo("the council");
  }

  @Test
  void whoeverIsSpokenToIsNoContent() {
    String text = "Prime Minister Jon Dahl warned lawmakers that the budget was lost.";
    Attribution warning = find(text).get(0);

    assertThat(words(text, warning.content())).isEqualTo("that the budget was lost");
    assertThat(words(text, warning.addressee())).isEqualTo("lawmakers");
    String confirmed = "Paul Adeyemi confirmed to the BBC that three guards had been hurt.";
    assertThat(words(confirmed, find(confirmed).get(0).addressee())).isEqualTo("the BBC");
  }

  @Test
  void whoeverIsToldIsNoSource() {
    assertThat(said("He was told that the race would start at noon."))
        .extracting(Said::source)
        .containsExactly("");
  }

  @Test
  void havingSaidThatSaysNothing() {
    assertThat(said("Having said that, the minister admitted the plan had flaws."))
        .noneMatch(said -> said.cue().contains("Having said"));
  }

  @Test
  void readsAStatementInsideAStatement() {
    String text = "The envoy said on Monday that the rebels had announced that they would leave.";
    List<Attribution> found = find(text);

    assertThat(said(text)).extracting(Said::source).containsExactly("The envoy", "the rebels");
    assertThat(found.get(1).parent()).isZero();
  }

  @Test
  void aPlanIsControl() {
    Attribution plan = find("The government plans to raise the retirement age to 67.").get(0);

    assertThat(plan.type()).isEqualTo(Type.CONTROL);
  }

  @Test
  void survivesMarksThatDoNotMatch() {
    assertThat(find("“We go,” said Karimov. “And “they said” ” no one \" else “ said")).isNotNull();
  }

  @Property(tries = 200)
  void spansStayInTheTextAndInOrder(@ForAll String noise) {
    String text = "“No,” said Karimov. " + noise + " “Yes,” he said, " + noise;
    Analysis analysis = analyse(text);
    int length = analysis.codePoints().length();
    for (Attribution found : FINDER.find(analysis)) {
      for (List<Span> part : List.of(found.source(), found.cue(), found.content())) {
        assertThat(part).isSorted().allMatch(span -> span.end() <= length && span.length() > 0);
      }
    }
  }
}
