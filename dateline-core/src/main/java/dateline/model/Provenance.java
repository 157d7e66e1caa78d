package dateline.model;

import dateline.text.Span;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What made the record.
 *
 * @param software name and version
 * @param models model name to {@code sha256:…}, sorted by name
 * @param warnings what went wrong or was cut, with stable codes
 */
public record Provenance(String software, Map<String, String> models, List<Warning> warnings) {

  public Provenance {
    models = java.util.Collections.unmodifiableMap(new TreeMap<>(models));
    warnings = List.copyOf(warnings);
  }

  /**
   * Something the reader of a record should know.
   *
   * @param code stable name ({@code not-english}, {@code truncated}) that is counted
   * @param where spans in the article's text, or null
   * @param what one sentence
   */
  public record Warning(String code, @Nullable List<Span> where, String what) {

    public Warning {
      where = where == null ? null : List.copyOf(where);
    }
  }
}
