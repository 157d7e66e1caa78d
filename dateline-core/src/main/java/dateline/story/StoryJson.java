package dateline.story;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dateline.model.Coded;
import java.io.IOException;

/**
 * Stories as JSON: the records' fields by name, values of closed sets in the record's spelling
 * ({@code claimed-by-several}).
 */
public final class StoryJson {

  private static final ObjectMapper MAPPER = mapper();

  private StoryJson() {}

  private static ObjectMapper mapper() {
    SimpleModule codes = new SimpleModule();
    codes.addSerializer(
        Coded.class,
        new JsonSerializer<Coded>() {
          @Override
          public void serialize(Coded value, JsonGenerator out, SerializerProvider provider)
              throws IOException {
            out.writeString(value.code());
          }
        });
    return new ObjectMapper().registerModule(codes);
  }

  /** Indented JSON of a story or of anything that holds stories. */
  public static String pretty(Object story) {
    try {
      return MAPPER.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(story);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not to be written as JSON: " + story.getClass(), e);
    }
  }
}
