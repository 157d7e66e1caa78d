package dateline.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CharsetsTest {

  private static final String GERMAN =
      "Der Bürgermeister sagte, die „Brücke“ werde für 3 € größer, schöner und früher fertig.";

  private static byte[] in(String text, String charset) {
    return text.getBytes(Charset.forName(charset));
  }

  private static String read(byte[] bytes, String given) {
    return Charsets.decode(bytes, given).text();
  }

  @Test
  void aByteOrderMarkWins() {
    byte[] bytes = in("\uFEFF" + GERMAN, "utf-16le");

    assertThat(read(bytes, "iso-8859-1")).isEqualTo(GERMAN);
    assertThat(read(in("\uFEFF" + GERMAN, "utf-8"), null)).isEqualTo(GERMAN);
  }

  @Test
  void theTransportComesBeforeThePage() {
    String page = "<meta charset=windows-1251>" + GERMAN;

    assertThat(read(in(page, "windows-1252"), "iso-8859-1")).isEqualTo(page);
  }

  @Test
  void latinOneIsWindows1252AndGb2312IsGb18030() {
    String german = "<meta charset=iso-8859-1>" + GERMAN;
    String chinese = "<meta http-equiv=Content-Type content='text/html; charset=gb2312'>码头将于七月开放，镕";

    assertThat(read(in(german, "windows-1252"), null)).isEqualTo(german);
    assertThat(read(in(chinese, "gb18030"), null)).isEqualTo(chinese);
  }

  @Test
  void validUtf8IsUtf8WhateverIsDeclared() {
    String page = "<meta charset=iso-8859-1>" + GERMAN;

    assertThat(read(page.getBytes(StandardCharsets.UTF_8), null)).isEqualTo(page);
  }

  @Test
  void aPageThatCallsItselfUtf16InPlainBytesIsNot() {
    String page = "<meta charset=utf-16>The pier opens in July.";

    assertThat(read(page.getBytes(StandardCharsets.US_ASCII), null)).isEqualTo(page);
  }

  @Test
  void withoutADeclarationTheLettersTell() {
    String russian = "Пирс откроется в июле, сообщила в понедельник администрация порта.";

    Charsets.Decoded decoded = Charsets.decode(in(russian, "windows-1251"), null);

    assertThat(decoded.text()).isEqualTo(russian);
    assertThat(decoded.guessed()).isTrue();
  }

  @Test
  void theLabelsOfEastAsiaMeanWhatBrowsersTakeThemFor() {
    String japanese = "<meta charset=shift_jis>桟橋は七月に開く①";
    String korean = "<meta charset=euc-kr>부두는 칠월에 열린다 똠";

    assertThat(read(in(japanese, "windows-31j"), null)).isEqualTo(japanese);
    assertThat(read(in(korean, "x-windows-949"), null)).isEqualTo(korean);
  }

  @Test
  void whatUtf16LooksLikeIsSeenWithoutAMark() {
    String text = "The pier will open in July, said the harbour office.";

    assertThat(read(in(text, "utf-16le"), null)).isEqualTo(text);
    assertThat(read(in(text, "utf-16be"), null)).isEqualTo(text);
  }

  @Test
  void anUnknownLabelIsAsGoodAsNone() {
    assertThat(read(in("<meta charset=x-none>" + GERMAN, "windows-1252"), "no such thing"))
        .endsWith(GERMAN);
  }

  @Test
  void badBytesNeverFail() {
    byte[] bytes = in("<meta charset=utf-8>abc", "utf-8");
    bytes[bytes.length - 2] = (byte) 0xC3;

    assertThat(read(bytes, null)).startsWith("<meta charset=utf-8>a").endsWith("c");
  }
}
