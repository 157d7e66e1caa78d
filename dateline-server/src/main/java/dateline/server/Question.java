package dateline.server;

import dateline.store.Query;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A search as the address spells it: every view is a link that can be kept. Empty parts are "". */
public record Question(
    String q,
    String in,
    String speaker,
    String actor,
    String type,
    String country,
    String from,
    String to) {

  private static final List<String> KINDS = List.of("statements", "events", "articles");
  private static final int LIMIT = 50;

  static Question of(Context context) {
    String in = part(context, "in");
    return new Question(
        part(context, "q"),
        KINDS.contains(in) ? in : KINDS.get(0),
        part(context, "speaker"),
        part(context, "actor"),
        part(context, "type"),
        part(context, "country"),
        part(context, "from"),
        part(context, "to"));
  }

  Query query() {
    return new Query(
        given(q),
        given(speaker),
        given(actor),
        given(type),
        given(country),
        given(from),
        given(to),
        LIMIT);
  }

  /** The same search among other things: an address. */
  public String among(String kind) {
    return address(new Question(q, kind, speaker, actor, type, country, from, to));
  }

  /** How the search was read, in words; "" when it asks for everything. */
  public String inWords() {
    List<String> words = new ArrayList<>();
    parts()
        .forEach(
            (name, value) -> words.add(name.equals("q") ? "words: " + value : name + ": " + value));
    return String.join(" · ", words);
  }

  private static String address(Question question) {
    StringBuilder address = new StringBuilder("/search?in=").append(question.in);
    question
        .parts()
        .forEach(
            (name, value) ->
                address
                    .append('&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return address.toString();
  }

  private Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("q", q);
    parts.put("speaker", speaker);
    parts.put("actor", actor);
    parts.put("type", type);
    parts.put("country", country);
    parts.put("from", from);
    parts.put("to", to);
    parts.values().removeIf(String::isEmpty);
    return parts;
  }

  private static @Nullable String given(String part) {
    return part.isEmpty() ? null : part;
  }

  private static String part(Context context, String name) {
    String value = context.queryParam(name);
    return value == null ? "" : value.strip();
  }
}
