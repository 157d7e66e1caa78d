package dateline.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimexWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2020-11-17 | 17 November 2020",
        "2020-09 | September 2020",
        "2020 | 2020",
        "2024-XX-XX | 2024",
        "2024-XX | 2024",
        "198 | 1980s",
        "19 | 1900s",
        "2020-11-17T14:40 | '17 November 2020, 14:40'",
        "2020-11-17T14:40:05Z | '17 November 2020, 14:40'",
        "2024-06-03TEV | evening of 3 June 2024",
        "2022-SP | spring of 2022",
        "2022-Q3 | third quarter of 2022",
        "FY2019 | fiscal year 2019",
        "2025-W02 | week of 6 January 2025",
        "2025-W02-WE | weekend of 11 January 2025",
        "2020-W53 | week of 28 December 2020",
        "2013-03-22T19:30-05 | '22 March 2013, 19:30'",
        "P2Y6M | '2 years, 6 months'",
        "P1Y1M | '1 year, 1 month'",
        "P1W | 1 week",
        "P30D | 30 days",
        "PT10M | 10 minutes",
        "P10M | 10 months",
        "P2CE | 2 centuries",
        "PXD | some days",
        "PRESENT_REF | now"
      })
  void values(String value, String words) {
    assertThat(TimexWords.of(value)).isEqualTo(words);
  }

  @Test
  void whatHasNoWordingStaysAsItIs() {
    assertThat(TimexWords.of("2025-W54")).isNull();
    assertThat(TimexWords.of("XXXX-WXX-1")).isNull();
    assertThat(TimexWords.orValue("XXXX-WXX-1")).isEqualTo("XXXX-WXX-1");
  }
}
