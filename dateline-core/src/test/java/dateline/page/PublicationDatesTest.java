package dateline.page;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.PageException;
import dateline.PageInput;
import dateline.PageInput.Kind;
import dateline.model.Resolved;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a page's dates are found, and which are not believed. */
class PublicationDatesTest {

  private static final PageReader READER = PageReader.create();
  private static final String BODY =
      """
      <div><p>The harbour office said that the pier will open in July after a year of work.</p>
      <p>Work had stopped in March, when a storm broke two cranes and flooded the yard.</p></div>
      """;

  private static Resolved published(String head, String top, String url) throws PageException {
    String page = "<html><head>" + head + "</head><body><h1>Pier opens</h1>" + top + BODY;
    return READER
        .read(
            new PageInput(
                null,
                page.getBytes(StandardCharsets.UTF_8),
                Kind.HTML,
                url,
                null,
                null,
                null,
                "2021-06-20T00:00:00Z"))
        .article()
        .published();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <script type=application/ld+json>{"@type":"NewsArticle","datePublished":"2021-06-02T10:00"}</script> | | | json-ld
          <meta property=article:published_time content=2021-06-02> | | | meta
          <meta name=dc.date content=2021-06-02> | | | meta
          | <span itemprop=datePublished content=2021-06-02>today</span> | | microdata
          | <time datetime=2021-06-02>two days ago</time> | | time-element
          | | https://news.example/2021/06/02/pier | url
          | <p>Published 2 June 2021</p> | | visible-text
          """)
  void everyPlaceIsKnownByItsMethod(String head, String top, String url, String method)
      throws PageException {
    Resolved found = published(head == null ? "" : head, top == null ? "" : top, url);

    assertThat(found).isNotNull();
    assertThat(found.value()).startsWith("2021-06-02");
    assertThat(found.method()).isEqualTo(method);
    assertThat(found.confidence()).isBetween(0.5, 1.0);
  }

  @ParameterizedTest
  @CsvSource({"1970-01-01", "1899-12-31", "2031-01-01", "0000-00-00", "2021-13-40"})
  void anImplausibleDateIsRefused(String day) throws PageException {
    assertThat(published("<meta property=article:published_time content=" + day + ">", "", null))
        .isNull();
  }

  @Test
  void aStatedDateComesBeforeAnAddress() throws PageException {
    assertThat(
            published(
                    "<meta property=article:published_time content=2021-06-02>",
                    "",
                    "https://news.example/2020/01/01/pier")
                .value())
        .isEqualTo("2021-06-02");
  }
}
