package dateline.actor;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.data.Resource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActorCoderTest {

  private final ActorCoder coder = ActorCoder.create();

  static Stream<String> examples() {
    return Resource.table("actor/examples.tsv").stream().map(row -> String.join("\t", row));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void codesTheLexiconsExamples(String row) {
    String[] cells = row.split("\t");
    LocalDate date = cells[1].equals("-") ? null : LocalDate.parse(cells[1]);
    ActorCode code = coder.code(cells[0], date, cells[2].equals("-") ? null : cells[2]);

    assertThat(code.country()).isEqualTo(cells[3].equals("-") ? null : cells[3]);
    assertThat(code.sectors())
        .isEqualTo(cells[4].equals("-") ? List.of() : List.of(cells[4].split(",")));
  }

  @Test
  void anEmptyPhraseIsUnknown() {
    assertThat(coder.code(" ").isUnknown()).isTrue();
    assertThat(coder.code("").isUnknown()).isTrue();
  }

  @Test
  void aPhraseOfMarksIsUnknown() {
    assertThat(coder.code("— “’” -- 's").isUnknown()).isTrue();
  }

  @Test
  void aRoleInTheTextWinsOverTheDatedOne() {
    ActorCode code = coder.code("Senator Barack Obama", LocalDate.of(2012, 5, 1), null);

    assertThat(code.sectors()).containsExactly("LEG");
  }

  @Test
  void anAcronymThatIsAWordNeedsItsCapitals() {
    assertThat(coder.code("us").isUnknown()).isTrue();
    assertThat(coder.code("US").country()).isEqualTo("USA");
    assertThat(coder.code("who").isUnknown()).isTrue();
    assertThat(coder.code("WHO").sectors()).containsExactly("MED");
  }

  @Test
  void aPhraseOfAMegabyteIsRead() {
    String phrase = "the army of the north of ".repeat(40_000);

    assertThat(coder.code(phrase).sectors()).containsExactly("MIL");
  }
}
