package dateline.io;

import dateline.PageException;
import dateline.PageException.Reason;
import dateline.PageInput;
import dateline.PageInput.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Pages from JSON lines, after the evaluation contract: one object a line with an {@code id} and
 * one of {@code text} (taken unchanged), {@code html} (the markup) or {@code file} (a page or
 * scrape, gzipped or not, relative to the JSONL's folder), and optionally {@code title}, {@code
 * published}, {@code url} and {@code fetched}. Blank lines are passed over. Not thread-safe.
 */
final class JsonLines implements Series {

  private final String name;
  private final Path folder;
  private final JsonObjectLines lines;
  private boolean broken;

  /**
   * @param in unpacked
   * @param folder where {@code file} is looked up
   */
  JsonLines(String name, InputStream in, Path folder) {
    this.name = name;
    this.folder = folder;
    this.lines = JsonObjectLines.of(name, in);
  }

  @Override
  public @Nullable Input next() {
    if (broken) {
      return null;
    }
    try {
      JsonObjectLines.Line line = lines.next();
      return line == null
          ? null
          : new Input(name, line.number(), line.offset(), () -> page(line.parse()));
    } catch (IOException e) {
      broken = true;
      return Input.failed(lines.failure(e), Packed.failure(e, null));
    }
  }

  private PageInput page(JsonObjectLine line) throws PageException {
    String text = line.get("text");
    String html = line.get("html");
    String file = line.get("file");
    if (text != null) {
      return page(line, text.getBytes(StandardCharsets.UTF_8), Kind.TEXT, line.get("url"), true);
    }
    if (html != null) {
      return page(line, html.getBytes(StandardCharsets.UTF_8), Kind.HTML, line.get("url"), true);
    }
    if (file != null) {
      String url = line.get("url");
      Path path = folder.resolve(file);
      return page(line, Packed.page(path), Names.kind(file), url == null ? file : url, false);
    }
    throw new PageException(Reason.BAD_JSON, null, "the line has none of text, html and file");
  }

  private static PageInput page(
      JsonObjectLine line, byte[] bytes, Kind kind, @Nullable String uri, boolean utf8) {
    return new PageInput(
        line.get("id"),
        bytes,
        kind,
        uri,
        utf8 ? "utf-8" : null,
        line.get("title"),
        line.get("published"),
        line.get("fetched"));
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      broken = true;
    }
  }
}
