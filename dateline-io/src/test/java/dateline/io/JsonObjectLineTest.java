package dateline.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dateline.PageException;
import dateline.PageException.Reason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectLineTest {

  private static JsonObjectLine parse(String line) throws PageException {
    return JsonObjectLine.parse(line.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void givesTextNumbersAndTruthValuesAsText() throws PageException {
    JsonObjectLine line =
        parse("{\"id\": 12, \"text\": \"a\\u00e9\\ud83d\\ude00\", \"x\": true, \"y\": null}");

    assertThat(line.get("id")).isEqualTo("12");
    assertThat(line.get("text")).isEqualTo("aé😀");
    assertThat(line.get("x")).isEqualTo("true");
    assertThat(line.get("y")).isNull();
    assertThat(line.get("z")).isNull();
  }

  @Test
  void passesOverWhatIsNested() throws PageException {
    assertThat(parse("{\"a\": {\"id\": 1}, \"b\": [[2]], \"id\": \"x\"}").get("id")).isEqualTo("x");
  }

  @Test
  void aByteOrderMarkIsAllowed() throws PageException {
    assertThat(parse("\ufeff{\"id\": \"x\"}").get("id")).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "\"x\"",
        "1",
        "{",
        "{\"a\"}",
        "{\"a\": }",
        "{\"a\": 1} {\"b\": 2}",
        "{\"a\": 1} x",
        "{\"a\": 1, \"a\": 2}",
        "nonsense",
        "{\"a\": \"\u0001\"}"
      })
  void saysWhereALineIsNotOneJsonObject(String line) {
    PageException e = catchThrowableOfType(PageException.class, () -> parse(line));

    assertThat(e.reason()).isEqualTo(Reason.BAD_JSON);
    assertThat(e.offset()).isBetween(0L, (long) line.length());
  }

  @Test
  void bracketsWithoutEndAreRefused() {
    PageException e =
        catchThrowableOfType(PageException.class, () -> parse("{\"a\":" + "[".repeat(100_000)));

    assertThat(e.reason()).isEqualTo(Reason.BAD_JSON);
  }

  @Test
  void brokenUtf8IsRefused() {
    byte[] line = "{\"a\":\"xx\"}".getBytes(StandardCharsets.UTF_8);
    line[6] = (byte) 0xff;

    PageException e = catchThrowableOfType(PageException.class, () -> JsonObjectLine.parse(line));
    assertThat(e.reason()).isEqualTo(Reason.BAD_JSON);
  }
}
