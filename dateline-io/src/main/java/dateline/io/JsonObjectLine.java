package dateline.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dateline.PageException;
import dateline.PageException.Reason;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object on a line: the fields at its top that hold text, a number or a truth value, each
 * as text. Anything nested is checked and left out.
 */
public final class JsonObjectLine {

  /** Deep enough for any metadata; a bomb of brackets ends here. */
  private static final int MAX_DEPTH = 200;

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(Limits.MAX_LINE_BYTES)
                  .build())
          .build();

  /** Writes the fields of an object. */
  @FunctionalInterface
  public interface Fields {
    void write(JsonGenerator line) throws IOException;
  }

  private final Map<String, String> fields;

  private JsonObjectLine(Map<String, String> fields) {
    this.fields = fields;
  }

  /**
   * @param line the bytes of one line, UTF-8, with or without a byte-order mark
   * @throws PageException {@link Reason#BAD_JSON} with the offset in {@code line}
   */
  public static JsonObjectLine parse(byte[] line) throws PageException {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw bad(parser, "a line must hold one JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value.isStructStart()) {
          parser.skipChildren();
        } else if (value != JsonToken.VALUE_NULL) {
          fields.put(name, parser.getText());
        }
      }
      if (parser.nextToken() != null) {
        throw bad(parser, "a line must hold one JSON object, something follows it");
      }
      return new JsonObjectLine(fields);
    } catch (JsonProcessingException e) {
      Long offset = e.getLocation() == null ? null : e.getLocation().getByteOffset();
      throw new PageException(Reason.BAD_JSON, offset, "not JSON: " + e.getOriginalMessage());
    } catch (IOException e) { // broken UTF-8
      throw new PageException(Reason.BAD_JSON, null, "not JSON: " + e.getMessage());
    }
  }

  private static PageException bad(JsonParser parser, String message) throws JsonParseException {
    return new PageException(
        Reason.BAD_JSON, Math.max(0, parser.currentLocation().getByteOffset() - 1), message);
  }

  /** A field's text; null when it is absent, null or nested. */
  public @Nullable String get(String name) {
    return fields.get(name);
  }

  /** Writes one object on one line, without the line's end. */
  public static String write(Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator line = JSON.createGenerator(text)) {
      line.writeStartObject();
      fields.write(line);
      line.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** A number, or null when there is none. */
  public static void writeNumber(JsonGenerator line, @Nullable Long number) throws IOException {
    if (number == null) {
      line.writeNull();
    } else {
      line.writeNumber(number);
    }
  }
}
