package dateline.page;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.PageException;
import dateline.PageInput;
import dateline.model.Article;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Titles, bylines, dates and bodies of pages in the forms that sites use. */
class HtmlFactsTest {

  private static final PageReader READER = PageReader.create();
  private static final String BODY =
      """
      <div class="article-body">
      <p>The harbour office said on Wednesday that the pier will open in July after a year of work.</p>
      <p>“We are nearly there,” the harbour master told reporters, and he thanked the crews for the winter.</p>
      <p>Work had stopped in March, when a storm broke two cranes and flooded the yard behind the pier.</p>
      <p>The town has paid for half of the work, and the rest comes from a fund for small harbours.</p>
      </div>
      """;

  private static Article read(String html) throws PageException {
    return read(html, null);
  }

  private static Article read(String html, String uri) throws PageException {
    return READER
        .read(PageInput.of(("<html>" + html + "</html>").getBytes(StandardCharsets.UTF_8), uri))
        .article();
  }

  @Test
  void aLineAboveTheTitleIsNotTheTitle() throws PageException {
    assertThat(
            read("<body><h1><span class=kicker>Harbour</span> <span class=headline>Pier opens in"
                    + " July</span></h1>"
                    + BODY)
                .title())
        .isEqualTo("Pier opens in July");
  }

  @Test
  void theWayToThePageIsNotTheTitle() throws PageException {
    assertThat(
            read("<head><title>Pier: what comes next | Herald</title></head><body><ol"
                    + " class=breadcrumbs><li><h1>Pier: what comes next</h1></ol><h2>Pier opens"
                    + " in July, and then comes the mole</h2>"
                    + BODY)
                .title())
        .isEqualTo("Pier opens in July, and then comes the mole");
  }

  @Test
  void theOutletIsNotInTheTitle() throws PageException {
    assertThat(
            read(
                    "<head><title>Pier opens in July - Harbour Herald</title></head><body>" + BODY,
                    "https://www.harbourherald.example/pier")
                .title())
        .isEqualTo("Pier opens in July");
  }

  @Test
  void namesSideBySideAreDivided() throws PageException {
    assertThat(
            read("<body><h1>Pier opens in July</h1><div class=byline><p>Ana Reis</p><small>June 2,"
                    + " 2021</small></div>"
                    + BODY)
                .byline())
        .containsExactly("Ana Reis");
  }

  @Test
  void jobsAndDegreesAreNoNames() throws PageException {
    assertThat(
            read("<body><h1>Pier opens in July</h1><div class=author>By Ana Reis, Ph.D., Head of"
                    + " Harbour Studies</div>"
                    + BODY)
                .byline())
        .containsExactly("Ana Reis");
  }

  @Test
  void aFullNameInPrintIsBetterThanAUserName() throws PageException {
    assertThat(
            read("<head><meta name=author content=areis></head><body><h1>Pier opens in July</h1><p>by"
                    + " <a rel=author href=/a>Ana Reis</a></p>"
                    + BODY)
                .byline())
        .containsExactly("Ana Reis");
  }

  @Test
  void aPersonalSiteIsItsOwners() throws PageException {
    assertThat(
            read(
                    "<head><title>Pier opens | Ana Reis</title></head><body><h1>Pier opens</h1>"
                        + BODY,
                    "https://anareis.example/pier")
                .byline())
        .containsExactly("Ana Reis");
    assertThat(
            read(
                    "<head><title>Pier opens | Ana Reis</title></head><body><h1>Pier opens</h1>"
                        + BODY,
                    "https://herald.example/pier")
                .byline())
        .isEmpty();
  }

  @Test
  void whoIsPrintedWroteItAndNotWhoPutItIn() throws PageException {
    String head =
        "<head><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Person\",\"name\":\"Tom"
            + " Veal\"}}</script></head><body><h1>Pier opens in July</h1>";

    assertThat(read(head + "<p>By: Ana Reis</p>" + BODY).byline()).containsExactly("Ana Reis");
    assertThat(read(head + "<p>By: Tom Veal</p>" + BODY).byline()).containsExactly("Tom Veal");
    assertThat(read(head + BODY).byline()).containsExactly("Tom Veal");
  }

  @Test
  void aLinkToAnAuthorsPageNamesTheAuthor() throws PageException {
    assertThat(
            read("<body><h1>Pier opens in July</h1><div><a href=/staff/ana-reis/>Ana Reis</a></div>"
                    + BODY)
                .byline())
        .containsExactly("Ana Reis");
  }

  @Test
  void namesSideBySideInABylineAreSeveral() throws PageException {
    assertThat(
            read("<body><h1>Pier opens in July</h1><div class=article-byline><div><span>Ana"
                    + " Reis</span><span>Tom Veal</span></div></div>"
                    + BODY)
                .byline())
        .containsExactly("Ana Reis", "Tom Veal");
  }

  @Test
  void anArticleIsSignedAtItsEnd() throws PageException {
    String signed =
        "<body><h1>Pier opens in July</h1>"
            + BODY.replace("small harbours.", "small harbours. (Ana Reis from Lisbon, 2.6.2021)");

    assertThat(read(signed).byline()).containsExactly("Ana Reis");
    assertThat(read(signed.replace("Ana Reis from Lisbon", "Ana Reis/dpa")).byline()).isEmpty();
    assertThat(
            read("<body><h1>Pier opens in July</h1>"
                    + BODY.replace("</div>", "<p><b>Autorin: Ana Reis, Lisbon</b></p></div>"))
                .byline())
        .containsExactly("Ana Reis");
  }

  @Test
  void oneWordAfterAFullNameIsAPlaceOrADesk() throws PageException {
    assertThat(
            read("<body><h1>Pier opens in July</h1><div class=author>Ana Reis, London, Tom"
                    + " Veal</div>"
                    + BODY)
                .byline())
        .containsExactly("Ana Reis", "Tom Veal");
  }

  @Test
  void whoAsksIsTheAuthorOfAnInterview() throws PageException {
    assertThat(
            read("<body><h1>The pier</h1><p>Ein Interview von Ana Reis mit Tom Veal</p>" + BODY)
                .byline())
        .containsExactly("Ana Reis");
  }

  @Test
  void theHolderOfTheRightsOwnsAPersonalSite() throws PageException {
    assertThat(
            read("<body><h1>Pier opens in July</h1>"
                    + BODY
                    + "<footer>Copyright (c) 2012- Anna Reis. All rights reserved.</footer>")
                .byline())
        .containsExactly("Anna Reis");
    assertThat(
            read("<body><h1>Pier opens in July</h1>"
                    + BODY
                    + "<footer>© 2012 Harbour Herald. All rights reserved.</footer>")
                .byline())
        .isEmpty();
  }

  @Test
  void theVisitorCounterMayKnowTheAuthors() throws PageException {
    assertThat(
            read("<body><h1>Pier opens in July</h1>"
                    + BODY
                    + "<script>dataLayer.push({\"contentAuthors\":[\"Ana Reis\",\"Tom"
                    + " Veal\"]})</script>")
                .byline())
        .containsExactly("Ana Reis", "Tom Veal");
  }

  @Test
  void theAuthorOfAPictureIsNotTheArticles() throws PageException {
    assertThat(
            read("<body><h1>Pier opens in July</h1><span class=author-name><a"
                    + " class=license-author>Tom Veal</a></span>"
                    + BODY)
                .byline())
        .isEmpty();
  }

  @Test
  void readersWhoCommentAreNotTheAuthors() throws PageException {
    assertThat(
            read("<body><h1>Pier opens in July</h1>"
                    + BODY
                    + "<div id=user-comments-box><p class=author>Tom Veal</p><p>At last, after a"
                    + " year.</p></div>")
                .byline())
        .isEmpty();
  }

  @Test
  void theProgramOfAPageMayKnowTheDay() throws PageException {
    Article article =
        read(
            "<body><h1>Pier opens in July</h1>"
                + BODY
                + "<script>var page = {\"slug\":\"pier\",\"publishedAt\":\"2021-06-02T10:00:00+01:00\"}</script>");

    assertThat(article.published().value()).isEqualTo("2021-06-02T10:00");
    assertThat(article.published().method()).isEqualTo("script");
  }

  @Test
  void publishedAndUpdatedAreToldApart() throws PageException {
    Article article =
        read(
            "<head><meta property=article:modified_time content=2021-06-05><meta"
                + " property=article:published_time content=2021-06-02></head><body><h1>Pier</h1>"
                + BODY);

    assertThat(article.published().value()).isEqualTo("2021-06-02");
    assertThat(article.updated().value()).isEqualTo("2021-06-05");
  }

  @Test
  void articlesThatComeWithScrollingAreLeftOut() throws PageException {
    String other =
        BODY.replace("pier", "ferry").replace("harbour", "river").replace("cranes", "boats");

    assertThat(
            read("<body><div class=stream><article><h1>Pier opens</h1>"
                    + BODY
                    + "</article><article><h1>Ferry sails</h1>"
                    + other
                    + "</article></div>")
                .text())
        .contains("the pier will open")
        .doesNotContain("the ferry will open");
  }

  @Test
  void aPageThatIsNotFreeIsTruncated() throws PageException {
    Article article =
        read(
            "<head><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script></head>"
                + "<body><h1>Pier opens in July</h1><article><p>The harbour office said on Wednesday"
                + " that the pier will open in July.</p></article><div>Subscribe to continue"
                + " reading.</div>");

    assertThat(article.truncated()).isTrue();
  }
}
