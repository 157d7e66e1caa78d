package dateline.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LISBON (Reuters) - The pier opened. | LISBON (Reuters) | Reuters | |
          LISBON, June 2 (Reuters) - The pier opened. | LISBON, June 2 (Reuters) | Reuters | | 2021-06-02
          LISBON, Portugal (AP) — The pier opened. | LISBON, Portugal (AP) | AP | |
          LISBON, PORTUGAL (3:05 P.M.) – The pier opened. | LISBON, PORTUGAL (3:05 P.M.) | | 15:05 |
          Berlin (dpa) - Die Mole ist offen. | Berlin (dpa) | dpa | |
          Lisboa, 2 jun (EFE).- El muelle se abrió. | Lisboa, 2 jun (EFE) | EFE | | 2021-06-02
          GOMA (Kestrel) — The pier opened. | GOMA (Kestrel) | Kestrel | |
          KAMPALA, 3 May (Kestrel Wire). The pier opened. | KAMPALA, 3 May (Kestrel Wire) | Kestrel Wire | | 2021-05-03
          TUNIS: The pier opened. | TUNIS | | |
          """)
  void theWiresFormsAreRead(String text, String words, String agency, String time, String date) {
    DatelineParser.Parsed parsed = DatelineParser.parse(text);

    assertThat(parsed).as(text).isNotNull();
    assertThat(parsed.range().of(text)).isEqualTo(words);
    assertThat(parsed.agency()).isEqualTo(agency);
    assertThat(parsed.time() == null ? null : parsed.time().toString()).isEqualTo(time);
    assertThat(parsed.isoDate(LocalDate.parse("2021-06-02"))).isEqualTo(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The pier opened on Wednesday.",
        "NATO said on Wednesday that the pier opened.",
        "NATO (North Atlantic Treaty Organization) – the alliance opened a pier.",
        "WHAT HAPPENED: the pier opened.",
        "“Lisbon (still) – my town,” she said."
      })
  void otherBeginningsAreNone(String text) {
    assertThat(DatelineParser.parse(text)).isNull();
  }
}
