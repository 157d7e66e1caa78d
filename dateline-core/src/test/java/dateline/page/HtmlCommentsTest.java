package dateline.page;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.PageException;
import dateline.PageInput;
import dateline.model.Comment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readers' comments in the markup of the common systems. */
class HtmlCommentsTest {

  private static final PageReader READER = PageReader.create();

  private static final String ARTICLE =
      """
      <html><head><meta property=article:published_time content=2021-06-02></head><body>
      <h1>Pier opens in July</h1><div class=article-body>
      <p>The harbour office said on Wednesday that the pier will open in July after a year of work.</p>
      <p>Work had stopped in March, when a storm broke two cranes and flooded the yard behind it.</p>
      <p>The town has paid for half of the work, and the rest comes from a fund for small harbours.</p>
      </div>
      """;

  private static Page read(String comments) throws PageException {
    return READER.read(PageInput.of((ARTICLE + comments).getBytes(StandardCharsets.UTF_8), null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ol class=commentlist><li class=comment id=comment-7><cite class=fn>Blue Gull</cite> <span"
            + " class=says>says:</span> <a href=#c><time datetime=2021-06-03T16:20>June 3</time></a>"
            + "<div class=comment-content><p>At last. My boat has waited for a year.</p></div></ol>",
        "<div itemscope itemtype=https://schema.org/Comment><span itemprop=author>Blue Gull</span>"
            + "<time itemprop=dateCreated datetime=2021-06-03T16:20>June 3</time><p itemprop=text>At"
            + " last. My boat has waited for a year.</p></div>",
        "<div id=comments><div class=comment-item><span class=comment-author>Blue Gull</span><span"
            + " class=comment-date>2021-06-03 16:20</span><div class=comment-text>At last. My boat has"
            + " waited for a year.</div></div></div>",
        "<section class=comments><article class=comment><header><b>Blue Gull</b><time"
            + " datetime=2021-06-03T16:20>June 3</time></header><p>At last. My boat has waited for a"
            + " year.</p></article></section>",
        "<div id=comments><dl><dt>Blue Gull<dd>At last. My boat has waited for a year.<dd>2021-06-03"
            + " 16:20</dl></div>",
        "<div id=comments><h3>1 Comment</h3><p>Blue Gull</p><p>2021-06-03 16:20</p><p>At last. My"
            + " boat has waited for a year.</p></div>"
      })
  void authorTimeAndTextAreRead(String html) throws PageException {
    Page page = read(html);

    assertThat(page.comments())
        .containsExactly(
            new Comment(
                "Blue Gull", "2021-06-03T16:20", "At last. My boat has waited for a year.", null));
    assertThat(page.article().text()).doesNotContain("My boat");
  }

  @Test
  void aReplyStandsInsideWhatItAnswers() throws PageException {
    List<Comment> comments =
        read("<ol class=comment-list><li class=comment id=comment-1><cite class=fn>Ann</cite><div"
                + " class=comment-content><p>At last, after a year.</p></div><ol class=children><li"
                + " class=comment id=comment-2><cite class=fn>Bo</cite><div"
                + " class=comment-content><p>Two years, in truth.</p></div></ol><li class=comment"
                + " id=comment-3><cite class=fn>Cy</cite><div class=comment-content><p>Who pays for"
                + " it?</p></div></ol>")
            .comments();

    assertThat(comments).extracting(Comment::author).containsExactly("Ann", "Bo", "Cy");
    assertThat(comments).extracting(Comment::replyTo).containsExactly(null, 0, null);
  }

  @Test
  void aRelativeStampStaysAsItIsPrinted() throws PageException {
    assertThat(
            read("<ul class=comments><li class=comment><b class=author>Ann</b> <span class=time>2 hours"
                    + " ago</span><p class=text>At last, after a year.</p></ul>")
                .comments())
        .extracting(Comment::posted)
        .containsExactly("2 hours ago");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<div id=comments><h3>0 Comments</h3><form><textarea></textarea></form></div>",
        "<div id=comments><p>Comments are closed.</p></div>",
        "<div class=comments-link><a href=#respond>Leave a comment</a></div>"
      })
  void aPageWithNoneYieldsNone(String html) throws PageException {
    assertThat(read(html).comments()).isEmpty();
  }

  @Test
  void commentsThatOnlyTheDataHoldIsTaken() throws PageException {
    assertThat(
            read("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"comment\":[{\"@type\":"
                    + "\"Comment\",\"author\":{\"name\":\"Ann\"},\"dateCreated\":\"2021-06-03T10:00\","
                    + "\"text\":\"At last.\"}]}</script>")
                .comments())
        .containsExactly(new Comment("Ann", "2021-06-03T10:00", "At last.", null));
  }

  @Test
  void moreThanAnyPageHasIsLeftOut() throws PageException {
    String one = "<li class=comment><cite>Ann</cite><p>At last, after a year.</p>";

    assertThat(
            read("<ol class=comment-list>" + one.repeat(HtmlComments.MOST_COMMENTS + 50) + "</ol>")
                .comments())
        .hasSize(HtmlComments.MOST_COMMENTS);
  }
}
