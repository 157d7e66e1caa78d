package dateline.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.language.Analysis;
import dateline.language.NewsEnglish;
import dateline.language.Paragraphs;
import dateline.language.RoleScores;
import dateline.language.RoleScores.Link;
import dateline.model.Attribution;
import dateline.text.Span;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paragraphs of 100,000 characters that no newspaper prints, with roles drawn by lot. */
class HostileTextTest {

  private static final int LENGTH = 100_000;

  private static final AttributionFinder FINDER = AttributionFinder.create();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the mayor said that ",
        "The mayor said so. ",
        "\"",
        "“",
        "”",
        "“No,” ",
        "he said “",
        "” he said ",
        "said said ",
        "“It is so,” said he, “and ",
        "AB: yes\n",
        "“Yes.” — Ann Lee\n",
        "“Yes.\n“And no.\n",
        "according to ",
        "‘a’ ' ",
      })
  void everyPartLiesInTheTextAndInOrder(String piece) {
    String text = piece.repeat(LENGTH / piece.length());
    Analysis plain = NewsEnglish.segmentOnly().analyse(text, Paragraphs.of(text));
    for (Analysis analysis : List.of(plain, withRoles(plain))) {
      int end = analysis.codePoints().length();
      for (Attribution found : FINDER.find(analysis)) {
        assertThat(found.content()).isNotEmpty();
        for (List<Span> part : List.of(found.source(), found.cue(), found.content())) {
          assertThat(part).isSorted().allMatch(span -> span.start() >= 0 && span.end() <= end);
        }
      }
    }
  }

  /** Made-up scores of an encoder: any role anywhere, any anchor within some words. */
  private static Analysis withRoles(Analysis plain) {
    Random random = new Random(LENGTH);
    int words = plain.tokens().size();
    float[][] roles = new float[words][RoleScores.LABELS.size()];
    Link[][] links = new Link[words][3];
    for (int i = 0; i < words; i++) {
      for (int label = 0; label < roles[i].length; label++) {
        roles[i][label] = -4 * random.nextFloat();
      }
      for (int k = 0; k < links[i].length; k++) {
        int anchor = Math.min(words - 1, Math.max(0, i + random.nextInt(81) - 40));
        links[i][k] = new Link(anchor, -3 * random.nextFloat());
      }
    }
    return new Analysis(
        plain.codePoints(),
        plain.paragraphs(),
        plain.sentences(),
        plain.tokens(),
        plain.entities(),
        new RoleScores(roles, links));
  }
}
