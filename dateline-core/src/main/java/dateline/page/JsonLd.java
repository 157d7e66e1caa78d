package dateline.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A page's JSON-LD (schema.org), read as what it is: untrusted text of whoever made the page.
 * Nesting and sizes are bounded, what does not parse is left out.
 */
final class JsonLd {

  private static final int MAX_DEPTH = 40;
  private static final int MAX_SCRIPT = 2_000_000;
  private static final int MAX_NODES = 5_000;

  /** Authors of one article that are read; large collaborations name a body. */
  private static final int MAX_NAMES = 200;

  private static final Set<String> ARTICLE_TYPES =
      Set.of(
          "Report",
          "SocialMediaPosting",
          "DiscussionForumPosting",
          "CreativeWork",
          "Review",
          "Recipe",
          "HowTo");

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              com.fasterxml.jackson.core.JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  private static final Pattern TAG = Pattern.compile("<[^<>]{1,300}>");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
  private static final Pattern WRAPPER =
      Pattern.compile("^(?:<!--|//<!\\[CDATA\\[|/\\*<!\\[CDATA\\[\\*/|<!\\[CDATA\\[)");

  private final List<JsonNode> nodes = new ArrayList<>();
  private final Map<String, JsonNode> byId = new HashMap<>();
  private final @Nullable JsonNode article;

  private JsonLd(List<String> scripts) {
    for (String script : scripts) {
      flatten(parse(script));
    }
    for (JsonNode node : nodes) {
      String id = text(node.path("@id"));
      if (id != null && node.size() > 1) {
        byId.putIfAbsent(id, node);
      }
    }
    article = findArticle();
  }

  static JsonLd of(PageParts parts) {
    List<String> scripts = new ArrayList<>();
    for (Element script : parts.scripts()) {
      if (script.attr("type").toLowerCase(java.util.Locale.ROOT).contains("ld+json")) {
        String data = script.data();
        if (data.length() < MAX_SCRIPT) {
          scripts.add(data);
        }
      }
    }
    return new JsonLd(scripts);
  }

  private static @Nullable JsonNode parse(String script) {
    String json = script.strip();
    json = WRAPPER.matcher(json).replaceFirst("");
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** Every object at the top, in an array or in a graph. */
  private void flatten(@Nullable JsonNode root) {
    if (root == null) {
      return;
    }
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(root);
    while (!open.isEmpty() && nodes.size() < MAX_NODES) {
      JsonNode node = open.poll();
      if (node.isArray()) {
        node.forEach(open::add);
      } else if (node.isObject()) {
        nodes.add(node);
        open.addAll(
            List.of(node.path("@graph"), node.path("mainEntity"), node.path("mainEntityOfPage")));
      }
    }
  }

  private @Nullable JsonNode findArticle() {
    JsonNode best = null;
    int bestScore = 0;
    for (JsonNode node : nodes) {
      int score = articleScore(node);
      if (score > bestScore) {
        bestScore = score;
        best = node;
      }
    }
    return best;
  }

  private static int articleScore(JsonNode node) {
    int score = 0;
    for (String type : types(node)) {
      if (type.endsWith("Article") || type.endsWith("BlogPosting")) {
        score = Math.max(score, 4);
      } else if (ARTICLE_TYPES.contains(type)) {
        score = Math.max(score, 2);
      } else if (type.endsWith("WebPage") || type.equals("ItemPage")) {
        score = Math.max(score, 1);
      }
    }
    if (score == 0) {
      return 0;
    }
    return score * 10
        + (node.has("headline") ? 3 : 0)
        + (node.has("datePublished") ? 2 : 0)
        + (node.has("articleBody") ? 1 : 0);
  }

  private static List<String> types(JsonNode node) {
    List<String> types = new ArrayList<>();
    JsonNode type = node.path("@type");
    if (type.isArray()) {
      type.forEach(one -> types.add(one.asText()));
    } else {
      types.add(type.asText());
    }
    return types;
  }

  /** Whether the page has a node that is surely an article. */
  boolean hasArticle() {
    return article != null && articleScore(article) >= 40;
  }

  /** A text property of the article, entities resolved, or null. */
  @Nullable String text(String property) {
    return article == null ? null : plain(text(article.path(property)));
  }

  /** A text property of any node, the article first. */
  @Nullable String anyText(String property) {
    String own = text(property);
    if (own != null) {
      return own;
    }
    for (JsonNode node : nodes) {
      String found = plain(text(node.path(property)));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The names of the persons or bodies in a property of the article. */
  List<String> names(String property) {
    List<String> names = new ArrayList<>();
    if (article == null) {
      return names;
    }
    JsonNode value = article.path(property);
    if (value.isArray()) {
      for (int i = 0; i < Math.min(MAX_NAMES, value.size()); i++) {
        addName(value.get(i), names);
      }
    } else {
      addName(value, names);
    }
    return names;
  }

  /** Whether the article's author is said to be a body ("Organization"), not a person. */
  boolean isAuthorABody() {
    JsonNode author = property("author");
    JsonNode first = author.isArray() && !author.isEmpty() ? author.get(0) : author;
    return first.isObject()
        && types(first).stream()
            .anyMatch(type -> type.endsWith("Organization") || type.equals("Corporation"));
  }

  private void addName(JsonNode value, List<String> names) {
    JsonNode node = value;
    if (node.isObject() && !node.has("name")) {
      String id = text(node.path("@id"));
      JsonNode target = id == null ? null : byId.get(id);
      node = target == null ? node : target;
    }
    JsonNode name = node.isObject() ? node.path("name") : node;
    if (name.isArray()) {
      for (JsonNode one : name) {
        addText(one, names);
      }
    } else {
      addText(name, names);
    }
  }

  private static void addText(JsonNode value, List<String> names) {
    String name = plain(text(value));
    if (name != null) {
      names.add(name);
    }
  }

  /** Whether the article says that it is not free to read. */
  boolean isPaid() {
    for (JsonNode node : nodes) {
      String free = text(node.path("isAccessibleForFree"));
      if (free != null && free.equalsIgnoreCase("false")) {
        return true;
      }
    }
    return false;
  }

  /** The objects of a type, wherever they stand near the top. */
  List<JsonNode> ofType(String type) {
    return nodes.stream().filter(node -> types(node).contains(type)).toList();
  }

  /** An object or array property of the article; a missing node when there is none. */
  JsonNode property(String name) {
    return article == null ? JSON.missingNode() : article.path(name);
  }

  private static @Nullable String text(JsonNode value) {
    JsonNode first = value.isArray() && !value.isEmpty() ? value.get(0) : value;
    if (first.isObject() && first.has("@value")) {
      first = first.path("@value");
    }
    return first.isValueNode() && !first.isNull() ? first.asText() : null;
  }

  /** Text values are often escaped as HTML, now and then twice. */
  static @Nullable String plain(@Nullable String value) {
    if (value == null) {
      return null;
    }
    String text = value;
    for (int i = 0; i < 2 && text.indexOf('&') >= 0; i++) {
      text = Parser.unescapeEntities(text, false);
    }
    text = text.indexOf('<') >= 0 ? TAG.matcher(text).replaceAll(" ") : text;
    text = SPACE.matcher(text).replaceAll(" ").strip();
    return text.isEmpty() ? null : text;
  }
}
