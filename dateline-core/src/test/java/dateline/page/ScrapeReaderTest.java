package dateline.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dateline.PageException;
import dateline.PageException.Reason;
import dateline.PageInput;
import dateline.PageInput.Kind;
import dateline.model.Comment;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plain text copied off a page: what belongs to the article and what does not. */
class ScrapeReaderTest {

  private static final PageReader READER = PageReader.create();

  private static final String BODY =
      """
      The harbour office said on Wednesday that the pier will open in July after a year of work.

      “We are nearly there,” the harbour master told reporters, and he thanked the crews.
      """;

  private static Page read(String text) throws PageException {
    return READER.read(
        new PageInput(
            null,
            text.getBytes(StandardCharsets.UTF_8),
            Kind.SCRAPE,
            null,
            null,
            null,
            null,
            null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2021-06-14 | 2021-06-14
          date 2021-06-14 | 2021-06-14
          June 14, 2021 | 2021-06-14
          Monday, June 14th 2021, 3:05 p.m. | 2021-06-14T15:05
          14 June 2021 | 2021-06-14
          6/14/2021 | 2021-06-14
          14/6/2021 | 2021-06-14
          Stand: 14.06.2021, 15:05 Uhr | 2021-06-14T15:05
          14. Juni 2021 | 2021-06-14
          Publié le 14 juin 2021 à 15h05 | 2021-06-14T15:05
          14 de junio de 2021 | 2021-06-14
          14 giugno 2021 | 2021-06-14
          14 июня 2021 | 2021-06-14
          2021年6月14日 | 2021-06-14
          """)
  void theLeadingDateIsReadInManyOrders(String line, String day) throws PageException {
    assertThat(read("Pier opens in July this year\n" + line + "\n\n" + BODY).article().published())
        .as(line)
        .isNotNull()
        .satisfies(published -> assertThat(published.value()).isEqualTo(day));
  }

  @Test
  void furnitureIsNotTheArticle() throws PageException {
    Page page =
        read(
            """
            Pier opens in July this year
            By Ana Reis and Tom Veal
            June 14, 2021 · Updated June 15, 2021
            Share this
            Photo: Dana Holt/Coast Pictures

            %s
            Advertisement

            Work had stopped in March, when a storm broke two cranes.

            Related
            Ferry sails again after the storm
            0 Comments
            """
                .formatted(BODY));

    assertThat(page.article().title()).isEqualTo("Pier opens in July this year");
    assertThat(page.article().byline()).containsExactly("Ana Reis", "Tom Veal");
    assertThat(page.article().published().value()).isEqualTo("2021-06-14");
    assertThat(page.article().updated().value()).isEqualTo("2021-06-15");
    assertThat(page.article().images())
        .extracting("credit")
        .containsExactly("Dana Holt/Coast Pictures");
    assertThat(page.article().text().split("\n")).hasSize(3);
    assertThat(page.article().text()).doesNotContain("Ferry", "Share", "Advert");
    assertThat(page.comments()).isEmpty();
  }

  @Test
  void doubledNamesButtonsAndRepliesAreComments() throws PageException {
    Page page =
        read(
            BODY
                + """

                3 Comments
                Sort by: Newest

                Blue Gull
                Blue Gull
                2021-06-14 16:20

                At last. My boat has waited for a year.
                Like (2)  Reply  Report

                In reply to Blue Gull
                Mina
                2021-06-14 17:00
                Mine too.
                Reply

                Tom V. | 14.06.2021, 18:00 Uhr
                Who pays for it?
                """);

    assertThat(page.comments())
        .containsExactly(
            new Comment(
                "Blue Gull", "2021-06-14T16:20", "At last. My boat has waited for a year.", null),
            new Comment("Mina", "2021-06-14T17:00", "Mine too.", 0),
            new Comment("Tom V.", "2021-06-14T18:00", "Who pays for it?", null));
    assertThat(page.article().text()).doesNotContain("boat", "Who pays");
  }

  @Test
  void aTextWithTooManyLinesIsRefusedByName() {
    String text = "The pier opens.\n".repeat(ScrapeReader.MAX_LINES + 1);

    assertThat(catchThrowableOfType(PageException.class, () -> read(text)).reason())
        .isEqualTo(Reason.TOO_MANY_ELEMENTS);
  }
}
