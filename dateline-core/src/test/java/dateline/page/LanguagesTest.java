package dateline.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | The harbour office said on Monday that the pier will open in July after a year of work.
          de | Die Hafenbehörde teilte am Montag mit, dass die Mole im Juli nach einem Jahr Arbeit eröffnet wird.
          fr | Le bureau du port a déclaré lundi que la jetée ouvrirait en juillet après une année de travaux.
          es | La oficina del puerto dijo el lunes que el muelle se abrirá en julio después de un año de obras.
          ru | Администрация порта сообщила в понедельник, что причал откроется в июле после года работ.
          ja | 港湾事務所は月曜日、桟橋が一年間の工事を経て七月に開くと発表した。市は費用の半分を負担しており、残りは小さな港のための基金から出る。
          tr | Liman ofisi pazartesi günü yaptığı açıklamada iskelenin bir yıllık çalışmanın ardından temmuzda açılacağını söyledi.
          """)
  void theTextTells(String language, String text) {
    assertThat(Languages.of(text, null)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource({"de, de", ","})
  void aShortTextIsWhatThePageSays(String declared, String language) {
    assertThat(Languages.of("Mole offen", declared)).isEqualTo(language);
  }

  /** Found by ./evaluate fuzz. */
  @Test
  void aTextThatEndsInARunBeyondTheBasicPlaneIsRead() {
    String text = "Die Hafenbehörde teilte am Montag mit, dass die Mole im Juli eröffnet wird. ";

    assertThat(Languages.of(text + "\uDBFF\uDFFF".repeat(40), null)).isEqualTo("de");
  }
}
