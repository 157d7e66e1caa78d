package dateline.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dateline.PageException;
import dateline.PageException.Reason;
import dateline.PageInput;
import dateline.PageInput.Kind;
import dateline.text.CodePoints;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageReaderTest {

  private static final PageReader READER = PageReader.create();

  private static final String SCRAPE =
      """
       date 2021-06-02 "File:Old Pier 2018.jpg" by Dana Holt is licensed under CC BY 4.0

      LISBON, PORTUGAL (3:05 P.M.) – The harbour office said on Wednesday that the pier will open in July.

      “We are nearly there,” harbour master Rui Prata told reporters at the site.

      Work had stopped on the night of March12 , when a storm broke two cranes.

      2 Comments
      Blue Gull
      Blue Gull
      2021-06-02 16:20

      At last. My boat has waited for a year.

      Mina
      2021-06-03 09:10

      In reply to Blue Gull

      Mine too.
      """;

  private static final String HTML =
      """
      <html lang="en"><head><title>Pier opens in July - Harbour Herald</title>
      <meta property="og:site_name" content="Harbour Herald">
      <meta property="article:published_time" content="2021-06-02T15:05:00+01:00">
      <meta name="author" content="By Ana Reis and Tom Veal"></head>
      <body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
      <h1>Pier opens in July</h1>
      <div class="share-bar">Share this article with all of your friends and family today.</div>
      <div class="article-body">
      <p>LISBON (Reuters) - The harbour office said on Wednesday that the pier will open in July after a year of work.</p>
      <figure><img src="/pier.jpg"><figcaption>The pier at dawn. (Photo: Dana Holt/Coast Pictures)</figcaption></figure>
      <p>“We are nearly there,” the harbour master told reporters, and he thanked the <b>crews</b> who had worked through the winter.</p>
      <div class="related-articles"><a href="/x">Another story about a ferry that nobody asked for</a></div>
      <p>Work had stopped in March, when a storm broke two cranes and flooded the yard.</p>
      </div>
      <ol class="comment-list"><li class="comment" id="comment-1"><cite class="fn">Blue Gull</cite>
      <time datetime="2021-06-02T16:20:00+01:00">June 2</time><div class="comment-content"><p>At last. My boat has waited for a year.</p></div>
      <ol class="children"><li class="comment" id="comment-2"><cite class="fn">Mina</cite><div class="comment-content"><p>Mine too, all winter long.</p></div></li></ol>
      </li></ol></body></html>
      """;

  private static Page read(String text, Kind kind) throws PageException {
    return READER.read(
        new PageInput(
            null, text.getBytes(StandardCharsets.UTF_8), kind, null, null, null, null, null));
  }

  @Test
  void aScrapeGivesArticleCreditDatelineAndComments() throws PageException {
    Page page = read(SCRAPE, Kind.AUTO);

    assertThat(page.article().title()).isNull();
    assertThat(page.article().published().value()).isEqualTo("2021-06-02");
    assertThat(page.article().paragraphs()).hasSize(3);
    assertThat(page.article().images())
        .singleElement()
        .satisfies(
            image -> {
              assertThat(image.file()).isEqualTo("Old Pier 2018.jpg");
              assertThat(image.credit()).isEqualTo("Dana Holt");
              assertThat(image.licence()).isEqualTo("CC BY 4.0");
            });
    assertThat(page.article().dateline().time()).isEqualTo("15:05");
    assertThat(CodePoints.of(page.article().text()).slice(page.article().dateline().span()))
        .isEqualTo("LISBON, PORTUGAL (3:05 P.M.)");
    assertThat(page.comments())
        .extracting(dateline.model.Comment::author)
        .containsExactly("Blue Gull", "Mina");
    assertThat(page.comments().get(0).posted()).isEqualTo("2021-06-02T16:20");
    assertThat(page.comments().get(1).replyTo()).isZero();
    assertThat(page.comments().get(1).text()).isEqualTo("Mine too.");
  }

  @Test
  void aTypoStaysInTheText() throws PageException {
    assertThat(read(SCRAPE, Kind.AUTO).article().text()).contains("March12 ,");
  }

  @Test
  void anHtmlPageGivesItsBodyAlone() throws PageException {
    String text = read(HTML, Kind.AUTO).article().text();

    assertThat(text.split("\n")).hasSize(3);
    assertThat(text)
        .startsWith("LISBON (Reuters) -")
        .contains("the crews who")
        .endsWith("the yard.");
  }

  @Test
  void anHtmlPageGivesItsFacts() throws PageException {
    Page page = read(HTML, Kind.AUTO);

    assertThat(page.article().title()).isEqualTo("Pier opens in July");
    assertThat(page.article().outlet()).isEqualTo("Harbour Herald");
    assertThat(page.article().byline()).containsExactly("Ana Reis", "Tom Veal");
    assertThat(page.article().published().value()).isEqualTo("2021-06-02T15:05");
    assertThat(page.article().language()).isEqualTo("en");
    assertThat(page.article().dateline().agency()).isEqualTo("Reuters");
    assertThat(page.article().images())
        .singleElement()
        .satisfies(image -> assertThat(image.credit()).isEqualTo("Dana Holt/Coast Pictures"));
  }

  @Test
  void htmlCommentsKeepAuthorTimeAndParent() throws PageException {
    var comments = read(HTML, Kind.AUTO).comments();

    assertThat(comments).hasSize(2);
    assertThat(comments.get(0).author()).isEqualTo("Blue Gull");
    assertThat(comments.get(0).posted()).isEqualTo("2021-06-02T16:20");
    assertThat(comments.get(0).text()).isEqualTo("At last. My boat has waited for a year.");
    assertThat(comments.get(1).replyTo()).isZero();
  }

  @Test
  void givenTextIsUnchanged() throws PageException {
    String text = "  One line. \n\nTwo \uD83D\uDE00 lines.\n";

    Page page = read(text, Kind.TEXT);

    assertThat(page.article().text()).isEqualTo(text);
    assertThat(page.article().paragraphs()).hasSize(2);
  }

  @Test
  void latinOneIsReadAsWindows1252() throws PageException {
    byte[] bytes =
        ("<html><head><meta charset=iso-8859-1></head><body><article><p>Der Bürgermeister sagte am"
                + " Montag, die „Brücke“ werde im Frühjahr fertig, wenn das Wetter"
                + " hält.</p></article></body></html>")
            .getBytes(Charset.forName("windows-1252"));

    assertThat(READER.read(PageInput.of(bytes, null)).article().text()).contains("„Brücke“");
  }

  @Test
  void anEmptyPageIsRefusedByName() {
    PageException failure =
        catchThrowableOfType(PageException.class, () -> read("  \n ", Kind.AUTO));

    assertThat(failure.reason()).isEqualTo(Reason.EMPTY);
  }

  @Test
  void aBinaryFileIsRefusedByName() {
    PageException failure =
        catchThrowableOfType(PageException.class, () -> read("%PDF-1.7 x", Kind.AUTO));

    assertThat(failure.reason()).isEqualTo(Reason.BINARY);
  }

  @Test
  void aPageOverTheLimitIsRefusedWithTheOffset() {
    PageException failure =
        catchThrowableOfType(
            PageException.class,
            () -> READER.read(PageInput.of(new byte[PageReader.MAX_BYTES + 1], null)));

    assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(failure.offset()).isEqualTo(PageReader.MAX_BYTES);
  }

  @Test
  void deepNestingEnds() {
    String nested = "<div>".repeat(20_000) + "<p>text</p>";

    assertThatCode(
            () -> {
              try {
                read("<html><body>" + nested, Kind.HTML);
              } catch (PageException e) {
                assertThat(e.reason()).isNotNull();
              }
            })
        .doesNotThrowAnyException();
  }

  @Test
  void mutatedPagesNeverCrash() {
    Random random = new Random(7);
    for (int round = 0; round < 1_000; round++) {
      String source = round % 2 == 0 ? HTML : SCRAPE;
      byte[] bytes = mutate(source.getBytes(StandardCharsets.UTF_8), random);
      try {
        Page page = READER.read(PageInput.of(bytes, null));
        CodePoints points = CodePoints.of(page.article().text());
        page.article().paragraphs().forEach(span -> assertThat(points.slice(span)).isNotNull());
      } catch (PageException e) {
        assertThat(e.reason()).isNotNull();
      }
    }
  }

  private static byte[] mutate(byte[] source, Random random) {
    byte[] bytes = source.clone();
    for (int i = 0; i < 1 + random.nextInt(20); i++) {
      int at = random.nextInt(bytes.length);
      if (random.nextBoolean()) {
        bytes[at] = (byte) random.nextInt(256);
      } else {
        int length = Math.min(random.nextInt(40), bytes.length - at);
        System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
      }
    }
    return bytes;
  }
}
