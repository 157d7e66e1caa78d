package dateline.store;

import dateline.model.ArticleRecord;
import dateline.text.CodePoints;
import dateline.text.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * By what an item is known again when its page is read anew: what it is, where its words stand, and
 * the words. The same words at the same place are the same item; else the only item of its sort
 * with these words; else none, since an anchor put at a wrong place is worse than one that is lost.
 */
record Anchor(String sort, String place, String words) {

  private static final String SEPARATOR = "\u0001";

  @Override
  public String toString() {
    return String.join(SEPARATOR, sort, place, words);
  }

  static Anchor parse(String text) {
    String[] parts = text.split(SEPARATOR, 3);
    return new Anchor(parts[0], parts[1], parts[2]);
  }

  /** The anchors of a record's items, by their ids. */
  static Map<String, Anchor> of(ArticleRecord record) {
    CodePoints text = CodePoints.of(record.article().text());
    Map<String, Anchor> anchors = new LinkedHashMap<>();
    record.statements().forEach(s -> anchors.put(s.id(), of("statement", s.content(), text)));
    record.events().forEach(e -> anchors.put(e.id(), of("event", e.trigger(), text)));
    record
        .actors()
        .forEach(a -> anchors.put(a.id(), of("actor", a.mentions().get(0).span(), text)));
    record.places().forEach(p -> anchors.put(p.id(), of("place", p.span(), text)));
    record.times().forEach(t -> anchors.put(t.id(), of("time", t.span(), text)));
    return anchors;
  }

  private static Anchor of(String sort, List<Span> spans, CodePoints text) {
    return new Anchor(
        sort,
        spans.stream()
            .map(span -> span.start() + "-" + span.end())
            .collect(Collectors.joining(",")),
        text.slice(spans));
  }

  /** The id of the item that this anchor holds to, if any. */
  Optional<String> in(Map<String, Anchor> anchors) {
    List<String> same =
        anchors.entrySet().stream()
            .filter(entry -> entry.getValue().equals(this))
            .map(Map.Entry::getKey)
            .toList();
    if (!same.isEmpty()) {
      return Optional.of(same.get(0));
    }
    List<String> alike =
        anchors.entrySet().stream()
            .filter(e -> e.getValue().sort.equals(sort) && e.getValue().words.equals(words))
            .map(Map.Entry::getKey)
            .toList();
    return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
  }
}
