package dateline.language;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class CardinalsTest {

  @Property
  void whatIsWrittenIsRead(@ForAll @IntRange(max = 99) int number) {
    assertThat(Cardinals.value(Cardinals.words(number))).isEqualTo(number);
  }

  @Test
  void otherWordsAreNoNumbers() {
    assertThat(Cardinals.value("several")).isNull();
    assertThat(Cardinals.value("thirty-teen")).isNull();
    assertThat(Cardinals.value("seven-two")).isNull();
    assertThat(Cardinals.value("-")).isNull();
    assertThat(Cardinals.words(100)).isEqualTo("100");
  }
}
