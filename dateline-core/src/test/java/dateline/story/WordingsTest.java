package dateline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class WordingsTest {

  private static Wordings of(String one, String other) {
    return Wordings.of(Words.of(one), Words.of(other));
  }

  @Test
  void aCutAgrees() {
    String whole = "We will open the bridge in May. The tolls will stay as they are.";
    assertThat(of(whole, "We will open the bridge in May.")).isEqualTo(Wordings.AGREE);
    assertThat(of(whole, "open the bridge in May")).isEqualTo(Wordings.AGREE);
  }

  @Test
  void aWordChangedPutInOrDroppedContradicts() {
    String said = "We will open the bridge in May.";
    assertThat(of(said, "We will close the bridge in May.")).isEqualTo(Wordings.CONTRADICT);
    assertThat(of(said, "We will not open the bridge in May.")).isEqualTo(Wordings.CONTRADICT);
    assertThat(of(said, "We will open bridge in May.")).isEqualTo(Wordings.CONTRADICT);
  }

  @Test
  void aHedgeBeforeItAllIsNoCut() {
    String said = "Prices will fall before the winter.";
    assertThat(of(said, "Perhaps prices will fall before the winter."))
        .isEqualTo(Wordings.CONTRADICT);
    assertThat(of(said, "And prices will fall before the winter.")).isEqualTo(Wordings.AGREE);
  }

  @Test
  void otherWordsAreOther() {
    assertThat(of("Prices will fall before the winter.", "Bread gets cheaper by December."))
        .isEqualTo(Wordings.OTHER);
  }

  private static int vote(String one, String other, String telling) {
    return new Witness(Words.of(telling), Set.of())
        .vote(Witness.Dispute.of(Words.of(one), Words.of(other)));
  }

  @Test
  void whoTellsItIndirectlySpeaksForTheFormWhoseWordTheyHave() {
    String one = "We will open the bridge in May.";
    String other = "We will open the tunnel in May.";
    assertThat(vote(one, other, "the bridge would be opened in May")).isPositive();
    assertThat(vote(other, one, "the bridge would be opened in May")).isNegative();
    assertThat(vote(one, other, "it would be opened in May")).isZero();
  }

  @Test
  void orForTheFormWhoseNeighboursStandSideBySide() {
    String one = "The law must be withdrawn before the end of the month.";
    String other = "The law must be surely withdrawn before the end of the month.";
    assertThat(vote(one, other, "the law had to be withdrawn soon")).isPositive();
  }

  @Test
  void whatOneFormOnlyCutsTellsNothing() {
    String cut = "The tolls will stay as they are.";
    String changed = "We will open the bridge in May. The tolls will never stay as they are.";
    assertThat(vote(cut, changed, "the bridge would be opened in May")).isZero();
  }
}
