package dateline.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.story.StoryJson;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How answers are written: a page for people, the same as JSON for programs. Thread-safe. */
final class Web {

  private static final ObjectMapper JSON =
      new ObjectMapper().setSerializationInclusion(JsonInclude.Include.ALWAYS);

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  private Web() {}

  static boolean wantsJson(Context context) {
    String accept = context.header("Accept");
    return context.path().startsWith("/v1/")
        || "json".equals(context.queryParam("format"))
        || accept != null && accept.startsWith("application/json");
  }

  /** Answers with the page, or with its twin. */
  static void answer(Context context, String template, Map<String, ?> page, Map<String, ?> twin) {
    if (wantsJson(context)) {
      json(context, twin);
    } else {
      page(context, template, page);
    }
  }

  /** The same, with a twin that holds stories or what is in them. */
  static void tell(Context context, String template, Map<String, ?> page, Object twin) {
    if (wantsJson(context)) {
      context.contentType("application/json").result(StoryJson.pretty(twin));
    } else {
      page(context, template, page);
    }
  }

  /** A parameter as it was typed, without spaces around it; "" when it is not given. */
  static String typed(Context context, String name) {
    return Objects.requireNonNullElse(context.queryParam(name), "").strip();
  }

  /** Answers with a page; templates have {@link Links} as {@code links} beside these values. */
  static void page(Context context, String template, Map<String, ?> values) {
    StringOutput out = new StringOutput();
    Map<String, Object> model = new HashMap<>(values);
    model.put("links", Links.of(context));
    TEMPLATES.render(template, model, out);
    context.html(out.toString());
  }

  static void json(Context context, Object value) {
    context.contentType("application/json").result(text(value));
  }

  static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer can't be written as JSON", e);
    }
  }

  /** The one shape of an error: {@code {"error": {"code", "message"}}}. */
  static void error(Context context, int status, String code, String message) {
    context.status(status);
    json(context, Map.of("error", Map.of("code", code, "message", message)));
  }

  /** A map that may hold nulls, in the order given: name, value, name, value … */
  static Map<String, @Nullable Object> map(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return map;
  }
}
