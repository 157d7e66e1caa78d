package dateline.story;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.story.WordDiff.Op;
import dateline.story.WordDiff.Piece;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordDiffTest {

  private static final String SAID = "We will never leave this valley. It is our home.";

  @Test
  void tellsWordsThatWereChanged() {
    assertThat(WordDiff.of(SAID, "We will gladly leave this valley."))
        .containsExactly(
            new Piece(Op.KEPT, "We will"),
            new Piece(Op.LEFT_OUT, "never"),
            new Piece(Op.PUT_IN, "gladly"),
            new Piece(Op.KEPT, "leave this valley."),
            new Piece(Op.LEFT_OUT, "It is our home."));
  }

  @Test
  void caseAndPunctuationAreNoDifference() {
    assertThat(WordDiff.of("The road, he knew, is closed", "the road he knew is closed."))
        .extracting(Piece::op)
        .containsOnly(Op.KEPT);
  }

  @Property
  void theDifferenceHoldsAllWordsOfBoth(
      @ForAll @Size(max = 12) List<@net.jqwik.api.constraints.IntRange(max = 4) Integer> one,
      @ForAll @Size(max = 12) List<@net.jqwik.api.constraints.IntRange(max = 4) Integer> other) {
    String from = text(one);
    String to = text(other);
    List<Piece> pieces = WordDiff.of(from, to);
    assertThat(words(pieces, Op.PUT_IN)).isEqualTo(from);
    assertThat(words(pieces, Op.LEFT_OUT)).isEqualTo(to);
  }

  private static String text(List<Integer> words) {
    return words.stream().map(word -> "w" + word).collect(Collectors.joining(" "));
  }

  private static String words(List<Piece> pieces, Op without) {
    return pieces.stream()
        .filter(piece -> piece.op() != without)
        .map(Piece::words)
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "We will never leave this valley, AGREE",
    "It is our home, AGREE",
    "We will gladly leave this valley, CONTRADICT",
    "We will leave this valley, CONTRADICT",
    "We will never ever leave this valley, CONTRADICT",
    "It is your home, CONTRADICT",
    "Nobody drives us from here, OTHER"
  })
  void aCutContradictsNothingAndAChangedWordDoes(String printed, Wordings expected) {
    assertThat(Wordings.of(Words.of(SAID), Words.of(printed))).isEqualTo(expected);
    assertThat(Wordings.of(Words.of(printed), Words.of(SAID))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Youssef, Yusuf",
    "Kovalchuk, Kowaltschuk",
    "Qassabi, Kassabi",
    "Mihočak, Mihocak",
    "Əliyev, Aliyev",
    "Shweiri, Shuwayri"
  })
  void spellingsOfOneNameHaveOneSkeleton(String one, String other) {
    assertThat(Names.skeleton(one)).isEqualTo(Names.skeleton(other));
  }

  @ParameterizedTest
  @CsvSource({"Petrov, Pavlov", "Berg, Borg-Holm", "Diallo, Dialla-Keita", "Tamm, Timmons"})
  void otherNamesHaveOtherSkeletons(String one, String other) {
    assertThat(Names.skeleton(one)).isNotEqualTo(Names.skeleton(other));
  }
}
