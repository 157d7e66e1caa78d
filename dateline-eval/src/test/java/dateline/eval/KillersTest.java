package dateline.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.page.PageReader;
import org.junit.jupiter.api.Test;

/** Hostile pages are read or refused by name; {@code ./evaluate killers} measures the time. */
class KillersTest {

  @Test
  void everyHostilePageIsReadOrRefusedByName() {
    PageReader reader = PageReader.create();

    Killers.pages()
        .forEach(
            (name, page) ->
                assertThat(Killers.read(reader, page)).as(name).matches("read, .*|refused: .*"));
  }

  @Test
  void whatIsTooLargeIsRefusedAndWhatIsDeepIsRead() {
    PageReader reader = PageReader.create();

    assertThat(Killers.read(reader, Killers.pages().get("21 MB page")))
        .isEqualTo("refused: too-large");
    assertThat(Killers.read(reader, Killers.pages().get("2 M entities")))
        .isEqualTo("refused: too-many-references");
    assertThat(Killers.read(reader, Killers.pages().get("5,000 nested divs")))
        .startsWith("read, ")
        .isNotEqualTo("read, 0 characters");
  }
}
