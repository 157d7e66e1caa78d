package dateline.place;

import dateline.language.Analysis;
import dateline.language.Entity;
import dateline.language.EntityType;
import dateline.language.NewsEnglish;
import dateline.language.Paragraphs;
import dateline.language.RoleScores;
import dateline.text.CharRange;
import java.util.ArrayList;
import java.util.List;

/** Texts with names marked as the encoder would mark them, so that tests need no model. */
final class MarkedText {

  private static final double SURE = 0.95;

  private MarkedText() {}

  /**
   * @param marked text with names in brackets: {@code "In [LOC Aleppo], [PER Sam Houston] spoke."}
   */
  static Analysis of(String marked) {
    StringBuilder text = new StringBuilder();
    List<CharRange> ranges = new ArrayList<>();
    List<EntityType> types = new ArrayList<>();
    int at = 0;
    for (int open = marked.indexOf('['); open >= 0; open = marked.indexOf('[', at)) {
      int blank = marked.indexOf(' ', open);
      int close = marked.indexOf(']', open);
      text.append(marked, at, open);
      ranges.add(new CharRange(text.length(), text.length() + close - blank - 1));
      types.add(EntityType.valueOf(marked.substring(open + 1, blank)));
      text.append(marked, blank + 1, close);
      at = close + 1;
    }
    text.append(marked, at, marked.length());
    return marked(text.toString(), ranges, types);
  }

  private static Analysis marked(String text, List<CharRange> ranges, List<EntityType> types) {
    Analysis plain = NewsEnglish.segmentOnly().analyse(text, Paragraphs.of(text));
    List<Entity> entities = new ArrayList<>();
    for (int i = 0; i < ranges.size(); i++) {
      int first = plain.tokenAt(ranges.get(i).start());
      int end = first + plain.tokensIn(ranges.get(i)).size();
      entities.add(new Entity(types.get(i), first, end, ranges.get(i), SURE));
    }
    return new Analysis(
        plain.codePoints(),
        plain.paragraphs(),
        plain.sentences(),
        plain.tokens(),
        entities,
        RoleScores.NONE);
  }
}
