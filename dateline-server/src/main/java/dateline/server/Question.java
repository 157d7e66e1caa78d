package dateline.server;

import dateline.store.Findings.Kind;
import dateline.store.FullText;
import dateline.store.Query;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A search as the address spells it: every view is a link that can be kept.
 *
 * @param in statements, events or articles
 * @param parts parameters that are given, in the order of {@link #NAMES}; none is blank
 */
public record Question(String in, Map<String, String> parts) {

  /** Every parameter of a search, documented in {@code openapi.yaml}. */
  static final List<String> NAMES =
      List.of(
          "q",
          "who",
          "role",
          "speaker",
          "actor",
          "type",
          "country",
          "sector",
          "factuality",
          "claimed",
          "outlet",
          "place",
          "from",
          "to",
          "order",
          "after",
          "asOf");

  private static final List<String> KINDS = List.of("statements", "events", "articles");
  private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

  /** Shown for statements unless asked otherwise; see the record's contract. */
  private static final String SAID = "communication";

  static final int PAGE = 30;

  /** One condition in words, and the address of the search without it. */
  public record Chip(String words, String without) {}

  static Question of(Context context) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String name : NAMES) {
      String value = context.queryParam(name);
      if (value != null && !value.isBlank()) {
        parts.put(name, value.strip());
      }
    }
    String in = context.queryParam("in");
    return new Question(in != null && KINDS.contains(in) ? in : KINDS.get(0), parts);
  }

  /** The value of a parameter; "" when it is not given. */
  public String get(String name) {
    return parts.getOrDefault(name, "");
  }

  public Kind kind() {
    return Kind.valueOf(in.toUpperCase(Locale.ROOT));
  }

  /** What one of them is called. */
  public String one() {
    return in.substring(0, in.length() - 1);
  }

  /** The kinds that can be searched. */
  public List<String> kinds() {
    return KINDS;
  }

  Query query() {
    return query(List::of);
  }

  /**
   * @param namesOf all names of the actor that has a name
   */
  public Query query(Function<String, List<String>> namesOf) {
    String who = parts.get("who");
    return new Query(
        parts.get("q"),
        parts.get("speaker"),
        parts.get("actor"),
        type(),
        parts.get("country"),
        parts.get("sector"),
        parts.get("factuality"),
        claimed(),
        parts.get("outlet"),
        parts.get("place"),
        who == null ? List.of() : namesOf.apply(who),
        role(),
        date("from"),
        date("to"),
        "latest".equals(parts.get("order")) ? Query.Order.LATEST : Query.Order.BEST,
        parts.get("after"),
        PAGE);
  }

  private @Nullable String type() {
    String type = parts.get("type");
    if (type == null) {
      return in.equals("statements") ? SAID : null;
    }
    return type.equals("any") ? null : type;
  }

  private @Nullable Boolean claimed() {
    return switch (get("claimed")) {
      case "yes" -> true;
      case "no" -> false;
      default -> null;
    };
  }

  private Query.Role role() {
    try {
      return Query.Role.valueOf(get("role").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return in.equals("statements") ? Query.Role.SPEAKER : Query.Role.ACTOR;
    }
  }

  private @Nullable String date(String name) {
    String date = parts.get(name);
    return date != null && DATE.matcher(date).matches() ? date : null;
  }

  /** The same with another value of a parameter ("" drops it), from its first page on. */
  public Question with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>();
    for (String each : NAMES) {
      String now = each.equals(name) ? value : get(each);
      if (!now.isEmpty() && (!each.equals("after") || name.equals("after"))) {
        changed.put(each, now);
      }
    }
    return new Question(in, changed);
  }

  /** The same among other things. */
  public Question among(String kind) {
    return new Question(kind, without("type").parts);
  }

  private Question without(String name) {
    return with(name, "");
  }

  /** Where the search is a page, a map …: {@code /search?in=events&q=talks}. */
  public String at(String path) {
    StringBuilder address = new StringBuilder(path).append("?in=").append(in);
    parts.forEach(
        (name, value) -> address.append('&').append(name).append('=').append(encode(value)));
    return address.toString();
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** How the search was read: each condition in words. */
  public List<Chip> chips() {
    List<Chip> chips = new ArrayList<>();
    parts.forEach(
        (name, value) -> {
          String words = inWords(name, value);
          if (!words.isEmpty()) {
            chips.add(new Chip(words, without(name).at("/search")));
          }
        });
    if (in.equals("statements") && get("type").isEmpty()) {
      chips.add(new Chip("what was said, not what was thought", with("type", "any").at("/search")));
    }
    return chips;
  }

  private String inWords(String name, String value) {
    return switch (name) {
      case "q" -> typed("with the words", value);
      case "who" -> whoInWords(value);
      case "speaker" -> typed(in.equals("events") ? "claimed by" : "said by", value);
      case "actor" -> typed("with", value);
      case "type" -> value.equals("any") ? "said or thought" : "of type " + value;
      case "country" -> "country " + value.toUpperCase(Locale.ROOT);
      case "sector" -> "sector " + value.toUpperCase(Locale.ROOT);
      case "factuality" -> "told as " + value;
      case "claimed" -> claimed() == null ? "" : claimed() ? "claims only" : "outlets’ own reports";
      case "outlet" -> "in " + value;
      case "place" -> "at " + value;
      case "from" ->
          date("from") == null ? "“" + value + "” is no date: left out" : "from " + value;
      case "to" -> date("to") == null ? "“" + value + "” is no date: left out" : to(value);
      case "asOf" -> "as the store was, run or time " + value;
      case "order" -> value.equals("latest") ? "latest first" : "";
      default -> "";
    };
  }

  private String to(String last) {
    String first = date("from");
    // A year or month stands for all of it.
    return first != null && first.compareTo(last + "~") > 0
        ? "to " + last + ", which is before " + first + ": nothing can match"
        : "to " + last;
  }

  private String whoInWords(String name) {
    return switch (role()) {
      case SPEAKER -> "said by " + name + ", exactly";
      case ACTOR -> "done by " + name + ", exactly";
      case RECIPIENT -> "done to " + name + ", exactly";
      case CLAIMANT -> "claimed by " + name + ", exactly";
    };
  }

  private static String typed(String lead, String value) {
    String words = FullText.inWords(value);
    return words.isEmpty() ? "“" + value + "” has no word to look for" : lead + " " + words;
  }

  /** Hidden fields of a form that keeps the rest of the search. */
  public Map<String, String> except(String... names) {
    Map<String, String> rest = new LinkedHashMap<>(parts);
    rest.remove("after");
    for (String name : names) {
      rest.remove(name);
    }
    return rest;
  }

  /** Changes both ends of the range of dates. */
  Question between(String date) {
    return with("from", date).with("to", date);
  }

  /** How the search was read, in words: one condition each. */
  public List<String> readAs() {
    return chips().stream().map(Chip::words).toList();
  }

  /** For JSON. */
  Map<String, String> shown() {
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("in", in);
    shown.putAll(parts);
    return shown;
  }
}
