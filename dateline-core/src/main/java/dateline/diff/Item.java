package dateline.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.json.RecordJson;
import dateline.model.ArticleRecord;
import dateline.text.CodePoints;
import dateline.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A statement, event, place, time or actor of a record with what is said of it, so that it can be
 * compared to one of another record: ids, which are numbers within a record, are replaced by the
 * names and words that they stand for, spans by their words.
 *
 * @param sort {@code statements}, {@code events}, {@code places}, {@code times}, {@code actors}
 * @param type of the event; kind of the statement or actor; precision of the place; type of the
 *     time
 * @param spans of its own words
 * @param fields by dotted name: {@code date.value}
 */
record Item(String sort, String type, List<Span> spans, String words, Map<String, String> fields) {

  /** The sorts, each with the field that holds its own words and the one that is its type. */
  private static final Map<String, List<String>> SORTS = sorts();

  /** Fields that hold ids. */
  private static final Set<String> REFERENCES =
      Set.of("speaker", "addressee", "actor", "place", "assertedBy", "partOf", "within");

  private static Map<String, List<String>> sorts() {
    Map<String, List<String>> sorts = new LinkedHashMap<>();
    sorts.put("statements", List.of("content", "kind"));
    sorts.put("events", List.of("trigger", "type"));
    sorts.put("places", List.of("span", "precision"));
    sorts.put("times", List.of("span", "type"));
    sorts.put("actors", List.of("mentions", "kind"));
    return sorts;
  }

  static Set<String> allSorts() {
    return SORTS.keySet();
  }

  /** All items of a record, by their sorts. */
  static Map<String, List<Item>> of(ArticleRecord record) {
    JsonNode json = RecordJson.tree(record);
    Reader reader = new Reader(CodePoints.of(record.article().text()), json);
    Map<String, List<Item>> items = new LinkedHashMap<>();
    SORTS.forEach(
        (sort, names) -> {
          List<Item> all = new ArrayList<>();
          json.path(sort).forEach(node -> all.add(reader.item(sort, names, node)));
          items.put(sort, all);
        });
    return items;
  }

  /** Reads items of one record. */
  private static final class Reader {

    private final CodePoints text;
    private final Map<String, String> shown = new HashMap<>();

    Reader(CodePoints text, JsonNode record) {
      this.text = text;
      record.path("actors").forEach(actor -> show(actor, actor.path("name").asText()));
      record.path("places").forEach(place -> show(place, place.path("name").asText()));
      record.path("statements").forEach(each -> show(each, slice(each.path("content"))));
    }

    private void show(JsonNode item, String as) {
      shown.put(item.path("id").asText(), as);
    }

    Item item(String sort, List<String> names, JsonNode node) {
      JsonNode own = node.path(names.get(0));
      JsonNode spans = sort.equals("actors") ? own.path(0).path("span") : own;
      Map<String, String> fields = new TreeMap<>();
      for (Iterator<Map.Entry<String, JsonNode>> all = node.fields(); all.hasNext(); ) {
        Map.Entry<String, JsonNode> field = all.next();
        if (!field.getKey().equals("id")) {
          put(fields, field.getKey(), field.getKey(), field.getValue());
        }
      }
      return new Item(
          sort, node.path(names.get(1)).asText("none"), spans(spans), slice(spans), fields);
    }

    /** Objects become fields of their own; an absent value is none. */
    private void put(Map<String, String> fields, String path, String name, JsonNode value) {
      if (value.isObject()) {
        value
            .fields()
            .forEachRemaining(
                each -> put(fields, path + "." + each.getKey(), each.getKey(), each.getValue()));
      } else if (!value.isNull() && !(value.isArray() && value.isEmpty())) {
        fields.put(path, shown(name, value));
      }
    }

    private String shown(String name, JsonNode value) {
      if (isSpans(value)) {
        return slice(value);
      }
      if (value.isArray()) {
        List<String> parts = new ArrayList<>();
        value.forEach(each -> parts.add(shown(name, each)));
        return String.join("; ", parts);
      }
      if (value.isObject()) {
        Map<String, String> parts = new LinkedHashMap<>();
        value.fields().forEachRemaining(e -> put(parts, e.getKey(), e.getKey(), e.getValue()));
        return parts.entrySet().stream()
            .map(part -> part.getKey() + " " + part.getValue())
            .collect(Collectors.joining(", "));
      }
      String plain = value.asText();
      return REFERENCES.contains(name) ? shown.getOrDefault(plain, plain) : plain;
    }

    /** A list of pairs of numbers. */
    private static boolean isSpans(JsonNode value) {
      return value.isArray()
          && !value.isEmpty()
          && value.path(0).isArray()
          && value.path(0).path(0).isInt();
    }

    private static List<Span> spans(JsonNode value) {
      List<Span> spans = new ArrayList<>();
      value.forEach(pair -> spans.add(new Span(pair.path(0).asInt(), pair.path(1).asInt())));
      return spans;
    }

    private String slice(JsonNode spans) {
      return spans.isEmpty() ? "" : text.slice(spans(spans));
    }
  }

  int start() {
    return spans.isEmpty() ? -1 : spans.get(0).start();
  }

  int end() {
    return spans.isEmpty() ? -1 : spans.get(spans.size() - 1).end();
  }

  /** What differs from another: name to the two values. */
  Map<String, Change.Values> against(Item later) {
    Map<String, Change.Values> differences = new TreeMap<>();
    Set<String> names = new TreeSet<>(fields.keySet());
    names.addAll(later.fields.keySet());
    for (String name : names) {
      @Nullable String before = fields.get(name);
      @Nullable String after = later.fields.get(name);
      if (before == null || !before.equals(after)) {
        differences.put(name, new Change.Values(before, after));
      }
    }
    return differences;
  }
}
