package dateline.page;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.PageException;
import dateline.PageInput;
import dateline.text.CodePoints;
import dateline.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AlignedPageTest {

  private static final PageReader READER = PageReader.create();

  private static PageReader.Aligned read(String page) throws PageException {
    return READER.readAligned(PageInput.of(page.getBytes(StandardCharsets.UTF_8), null));
  }

  /** The page's characters behind the first place of the words in the article. */
  private static String behind(PageReader.Aligned aligned, String words) {
    CodePoints text = CodePoints.of(aligned.page().article().text());
    int start = text.text().indexOf(words);
    CodePoints source = CodePoints.of(aligned.source());
    List<Span> pieces = aligned.alignment().toSource(text.span(start, start + words.length()));
    return pieces.stream().map(source::slice).collect(Collectors.joining("¦"));
  }

  @Test
  void wordsLeadBackToTheMarkup() throws PageException {
    PageReader.Aligned aligned =
        read(
            "<html><body><nav>The pier</nav><article><p>The \uD83D\uDE00 pier of Smith &amp; S&#246;hne"
                + " will <b>open</b> in\n     July, the harbour office said&nbsp;on Monday.</p><div"
                + " class=share>Share</div><p>Work had stopped in March, when a storm broke two"
                + " cranes and flooded the yard.</p></article></body></html>");

    assertThat(behind(aligned, "pier of")).isEqualTo("pier of");
    assertThat(behind(aligned, "Smith & Söhne")).isEqualTo("Smith &amp; S&#246;hne");
    assertThat(behind(aligned, "will open in July")).isEqualTo("will ¦open¦ in\n¦July");
    assertThat(behind(aligned, "said on")).isEqualTo("said&nbsp;on");
    assertThat(behind(aligned, "Monday.\nWork")).isEqualTo("Monday.¦Work");
  }

  @Test
  void referencesWithoutASemicolonAndPairs() throws PageException {
    PageReader.Aligned aligned =
        read(
            "<article><p>Tom &amp Ana saw &#x1F600; and AT&T on the pier, the harbour office said in a"
                + " statement on Monday morning.</p></article>");

    assertThat(behind(aligned, "& Ana")).isEqualTo("&amp Ana");
    assertThat(behind(aligned, "\uD83D\uDE00")).isEqualTo("&#x1F600;");
    assertThat(behind(aligned, "AT&T on")).isEqualTo("AT&T on");
  }

  @Test
  void linesOfAScrapeLeadBackToTheirPlaces() throws PageException {
    PageReader.Aligned aligned =
        read(
            "Pier opens in July\r\nBy Ana Reis\r\n\r\nThe harbour office said on Monday that the pier"
                + " will open in July.\r\nShare this\r\n“We are nearly there,” the harbour master told"
                + " reporters at the site.\r\n");

    assertThat(behind(aligned, "will open")).isEqualTo("will open");
    assertThat(behind(aligned, "July.\n“We")).isEqualTo("July.¦“We");
  }

  @Test
  void theTextIsTheSameWithAndWithoutTheWayBack() throws PageException {
    String page =
        "<article><p>The pier opens in July &mdash; the office said so on Monday.</p></article>";
    PageInput input = PageInput.of(page.getBytes(StandardCharsets.UTF_8), null);

    assertThat(READER.readAligned(input).page()).isEqualTo(READER.read(input));
  }
}
