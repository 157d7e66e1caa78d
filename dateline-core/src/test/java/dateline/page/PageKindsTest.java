package dateline.page;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.PageException;
import dateline.PageInput;
import dateline.model.Article;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Pages that are more, or less, than one plain article. */
class PageKindsTest {

  private static final PageReader READER = PageReader.create();

  private static final String FIRST =
      "The harbour office said on Wednesday that the pier will open in July after a year of work.";
  private static final String SECOND =
      "Work had stopped in March, when a storm broke two cranes and flooded the yard behind it.";
  private static final String THIRD =
      "The town has paid for half of the work, and the rest comes from a fund for small harbours.";
  private static final String FOURTH =
      "Boats can moor there from August on, said the harbour master, who had thanked the crews.";
  private static final String FOREIGN =
      "Our newsletter brings the tide tables to your desk every morning.";

  private static Article read(String html) throws PageException {
    return READER
        .read(PageInput.of(("<html>" + html).getBytes(StandardCharsets.UTF_8), null))
        .article();
  }

  private static String p(String... paragraphs) {
    return "<p>" + String.join("</p><p>", paragraphs) + "</p>";
  }

  private static String stating(String articleBody) {
    return "<head><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\""
        + articleBody
        + "\"}</script></head><body><h1>Pier opens in July</h1>";
  }

  @Test
  void aStatedBodyThatAgreesTellsWhatIsNoneOfTheArticle() throws PageException {
    String stated = FIRST + " " + SECOND + " " + THIRD + " " + FOURTH;
    String page = "<div>" + p(FIRST, SECOND, FOREIGN, THIRD, FOURTH) + "</div>";

    assertThat(read(stating(stated) + page).text())
        .isEqualTo(String.join("\n", FIRST, SECOND, THIRD, FOURTH));
    assertThat(read("<body><h1>Pier opens in July</h1>" + page).text()).contains(FOREIGN);
  }

  @Test
  void aStatedBodyThatNobodySeesIsNotRead() throws PageException {
    String page = "<div>" + p(FIRST, SECOND, THIRD) + "</div>";
    String hidden =
        "The mayor owns the yard, and a hidden word of it stands here for machines only.";

    assertThat(read(stating(hidden) + page).text())
        .isEqualTo(String.join("\n", FIRST, SECOND, THIRD));
    assertThat(
            read(stating(FIRST + " " + hidden + " " + hidden.replace("yard", "pier")) + page)
                .text())
        .doesNotContain("machines only")
        .contains(THIRD);
  }

  @Test
  void aStatedSummaryDoesNotCutTheArticle() throws PageException {
    assertThat(read(stating(FIRST) + "<div>" + p(FIRST, SECOND, THIRD) + "</div>").text())
        .isEqualTo(String.join("\n", FIRST, SECOND, THIRD));
  }

  @Test
  void aLiveBlogIsReadWithAllItsPosts() throws PageException {
    String posts =
        "<div class=post><time>10:40</time><h3>Crane lifted</h3>"
            + p(FIRST)
            + "</div><div class=post><time>09:15</time><h3>Yard is dry</h3>"
            + p(SECOND)
            + "</div><div class=post><time>08:05</time><h3>Who pays</h3>"
            + p(THIRD)
            + "</div>";

    String text =
        read("<body><h1>Pier opens: live</h1><article class=live-blog>" + posts + "</article>")
            .text();

    assertThat(text).contains(FIRST, SECOND, THIRD, "Yard is dry").doesNotContain("09:15");
    assertThat(text.indexOf(FIRST)).isLessThan(text.indexOf(THIRD));
  }

  @Test
  void aGallerysCaptionsAreImagesAndNoneOfTheText() throws PageException {
    String figure =
        "<figure><img src=/%d.jpg><figcaption>The pier on day %d of the work, seen from the"
            + " yard. Photo: Dana Holt</figcaption></figure>";
    StringBuilder gallery = new StringBuilder();
    for (int i = 1; i <= 5; i++) {
      gallery.append(figure.formatted(i, i));
    }

    Article article =
        read(
            "<body><h1>Pier opens</h1><article>"
                + p(FIRST)
                + "<div class=gallery>"
                + gallery
                + "</div>"
                + p(SECOND, THIRD)
                + "</article>");

    assertThat(article.text()).isEqualTo(String.join("\n", FIRST, SECOND, THIRD));
    assertThat(article.images())
        .hasSize(5)
        .allSatisfy(image -> assertThat(image.credit()).isEqualTo("Dana Holt"))
        .first()
        .satisfies(image -> assertThat(image.caption()).startsWith("The pier on day 1"));
  }

  @Test
  void aLineThatAsksForMoneyMarksAStub() throws PageException {
    String stub = "<body><h1>Pier opens</h1><article>" + p(FIRST) + "%s</article>";

    assertThat(read(stub.formatted("<p>Subscribe to continue reading</p>")).truncated()).isTrue();
    assertThat(read(stub.formatted(p(SECOND, THIRD))).truncated()).isFalse();
  }

  @Test
  void anArticleThatStandsTwiceIsReadOnce() throws PageException {
    String twice =
        "<div class=phone>"
            + p(FIRST, SECOND, THIRD)
            + "</div><div class=desk>"
            + p(FIRST, SECOND, THIRD)
            + "</div>";

    assertThat(read("<body><h1>Pier opens</h1><main>" + twice + "</main>").text())
        .isEqualTo(String.join("\n", FIRST, SECOND, THIRD));
  }
}
