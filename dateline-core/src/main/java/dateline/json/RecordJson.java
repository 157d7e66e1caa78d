package dateline.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dateline.data.Resource;
import dateline.model.ArticleRecord;
import dateline.model.Coded;
import dateline.text.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Records as JSON, schema {@value ArticleRecord#SCHEMA}. Thread-safe.
 *
 * <p>Fields stand in the order of the record components; absent values are written as {@code null};
 * a {@link Span} is {@code [start,end]}. The same record always gives the same bytes.
 */
public final class RecordJson {

  private static final ObjectMapper MAPPER = mapper();
  private static final ObjectWriter COMPACT = MAPPER.writerFor(ArticleRecord.class);
  private static final ObjectWriter PRETTY = MAPPER.writer(indented());

  private RecordJson() {}

  /** One line, without a line end. */
  public static String write(ArticleRecord record) {
    try {
      return COMPACT.writeValueAsString(record);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("record " + record.id() + " can't be written", e);
    }
  }

  /** What {@link #write} writes, as a tree. */
  public static JsonNode tree(ArticleRecord record) {
    return MAPPER.valueToTree(record);
  }

  /** Indented by two blanks, {@code \n} line ends. */
  public static String pretty(ArticleRecord record) {
    try {
      return PRETTY.writeValueAsString(record);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("record " + record.id() + " can't be written", e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when the text is not a record; the message gives line and
   *     column
   */
  public static ArticleRecord read(String json) {
    try {
      return MAPPER.readValue(json, ArticleRecord.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a Dateline record: " + e.getMessage(), e);
    }
  }

  /** The JSON Schema (draft 2020-12) of {@link ArticleRecord}. */
  public static String schema() {
    return new String(Resource.bytes("schema/dateline-1.json"), StandardCharsets.UTF_8);
  }

  private static ObjectMapper mapper() {
    SimpleModule module = new SimpleModule("dateline");
    module.addSerializer(Span.class, new SpanWriter());
    module.addDeserializer(Span.class, new SpanReader());
    module.addSerializer(Coded.class, new CodedWriter());
    module.setDeserializerModifier(new CodedReaders());
    return JsonMapper.builder()
        .addModule(module)
        // Records have accessors for derived values too ("length"): only their components are
        // written.
        .visibility(PropertyAccessor.ALL, Visibility.NONE)
        .visibility(PropertyAccessor.FIELD, Visibility.ANY)
        .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
        .build();
  }

  private static DefaultPrettyPrinter indented() {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    return printer;
  }

  private static final class SpanWriter extends JsonSerializer<Span> {
    @Override
    public void serialize(Span span, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeArray(new int[] {span.start(), span.end()}, 0, 2);
    }
  }

  private static final class SpanReader extends JsonDeserializer<Span> {
    @Override
    public Span deserialize(JsonParser in, DeserializationContext context) throws IOException {
      int[] ends = in.readValueAs(int[].class);
      if (ends.length != 2) {
        throw context.weirdStringException(
            java.util.Arrays.toString(ends), Span.class, "a span is [start,end]");
      }
      return new Span(ends[0], ends[1]);
    }
  }

  private static final class CodedWriter extends JsonSerializer<Coded> {
    @Override
    public void serialize(Coded value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.code());
    }
  }

  /** Gives every {@link Coded} enum a reader that goes by {@link Coded#code()}. */
  private static final class CodedReaders extends BeanDeserializerModifier {
    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
        DeserializationConfig config,
        JavaType type,
        BeanDescription description,
        JsonDeserializer<?> usual) {
      return Coded.class.isAssignableFrom(type.getRawClass())
          ? new CodedReader(type.getRawClass())
          : usual;
    }
  }

  private static final class CodedReader extends JsonDeserializer<Object> {
    private final Class<?> type;

    CodedReader(Class<?> type) {
      this.type = type;
    }

    @Override
    public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
      String code = in.getValueAsString("");
      for (Object constant : type.getEnumConstants()) {
        if (((Coded) constant).code().equals(code)) {
          return constant;
        }
      }
      throw context.weirdStringException(code, type, "no such value");
    }
  }
}
