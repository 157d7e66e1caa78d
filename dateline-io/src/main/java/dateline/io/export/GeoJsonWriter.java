package dateline.io.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dateline.model.ArticleRecord;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events that have coordinates as GeoJSON (RFC 7946): points, longitude first. Properties are the
 * columns of {@link Tables#EVENTS}. An event without a place is left out: it has no point. Not
 * thread-safe.
 */
public final class GeoJsonWriter {

  private static final int LAT = column("lat");
  private static final int LON = column("lon");

  private final JsonGenerator out;
  private final Table table;
  private long features;

  /**
   * @param stories whose columns become properties, too
   */
  public GeoJsonWriter(Writer out, StoryColumns stories) throws IOException {
    this.table = stories.add(Tables.EVENTS);
    this.out = new JsonFactory().createGenerator(out);
    this.out.writeStartObject();
    this.out.writeStringField("type", "FeatureCollection");
    this.out.writeArrayFieldStart("features");
  }

  private static int column(String name) {
    return Tables.EVENTS.columns().stream().map(Table.Column::name).toList().indexOf(name);
  }

  /** Writes the record's events. */
  public void write(ArticleRecord record) throws IOException {
    for (List<@Nullable Object> row : table.rows().apply(record)) {
      if (row.get(LAT) instanceof Double lat && row.get(LON) instanceof Double lon) {
        write(row, lat, lon);
        features++;
      }
    }
  }

  /** Features written. */
  public long features() {
    return features;
  }

  private void write(List<@Nullable Object> row, double lat, double lon) throws IOException {
    out.writeStartObject();
    out.writeStringField("type", "Feature");
    out.writeObjectFieldStart("geometry");
    out.writeStringField("type", "Point");
    out.writeArrayFieldStart("coordinates");
    out.writeNumber(lon);
    out.writeNumber(lat);
    out.writeEndArray();
    out.writeEndObject();
    out.writeObjectFieldStart("properties");
    for (int i = 0; i < row.size(); i++) {
      if (i != LAT && i != LON) {
        writeProperty(table.columns().get(i).name(), row.get(i));
      }
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private void writeProperty(String name, @Nullable Object value) throws IOException {
    out.writeFieldName(name);
    if (value == null) {
      out.writeNull();
    } else if (value instanceof Integer number) {
      out.writeNumber(number);
    } else if (value instanceof Long number) {
      out.writeNumber(number);
    } else if (value instanceof Double number) {
      out.writeNumber(number);
    } else {
      out.writeString(value.toString());
    }
  }

  /** Ends the collection; the writer below stays open. */
  public void end() throws IOException {
    out.writeEndArray();
    out.writeEndObject();
    out.writeRaw('\n');
    out.flush();
  }
}
