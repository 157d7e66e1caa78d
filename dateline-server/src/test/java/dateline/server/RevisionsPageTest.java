package dateline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.server.RevisionsPage.Row;
import dateline.server.RevisionsPage.Said;
import dateline.story.WordDiff.Op;
import dateline.story.WordDiff.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionsPageTest {

  private static final Said WAS =
      new Said("Kari Lunde", "said", "the police had arrested three men");

  @Test
  void aStatementWithOtherWordsIsChangedWordByWord() {
    Said is = new Said("Kari Lunde", "said", "the police had arrested four men");
    Row row = RevisionsPage.compare(List.of(WAS), List.of(is)).get(0);
    assertThat(row.change()).isEqualTo("changed");
    assertThat(row.what()).containsExactly("words");
    assertThat(row.difference())
        .containsExactly(
            new Piece(Op.KEPT, "the police had arrested"),
            new Piece(Op.LEFT_OUT, "three"),
            new Piece(Op.PUT_IN, "four"),
            new Piece(Op.KEPT, "men"));
  }

  @Test
  void anotherSpeakerOrVerbIsAChangeThoughTheWordsAreTheSame() {
    Said is = new Said("Nils Ek", "claimed", WAS.content());
    Row row = RevisionsPage.compare(List.of(WAS), List.of(is)).get(0);
    assertThat(row.change()).isEqualTo("changed");
    assertThat(row.what()).containsExactly("speaker", "verb");
    assertThat(row.difference()).isEmpty();
  }

  @Test
  void statementsComeAndGo() {
    Said other = new Said("Nils Ek", "told reporters", "Norway will talk");
    assertThat(RevisionsPage.compare(List.of(WAS), List.of(other)))
        .extracting(Row::change)
        .containsExactly("new", "gone");
    assertThat(RevisionsPage.compare(List.of(WAS), List.of(WAS)))
        .extracting(Row::change)
        .containsExactly("same");
  }
}
