package dateline.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.PageException;
import dateline.PageInput;
import dateline.model.Article;
import dateline.model.Comment;
import dateline.page.Page;
import dateline.page.PageReader;
import dateline.text.CodePoints;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads pages alone, without the steps after them, for the score loop of page reading.
 *
 * <p>{@code PageDump INPUT.jsonl OUT.jsonl [ROUNDS]}: with rounds, reads all pages so many times
 * and prints pages a second of processor time for each.
 */
public final class PageDump {

  private static final ObjectMapper JSON = new ObjectMapper();

  private PageDump() {}

  public static void main(String[] args) throws IOException {
    List<String> ids = new ArrayList<>();
    List<PageInput> inputs = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(Path.of(args[0]))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        JsonNode row = JSON.readTree(line);
        ids.add(row.get("id").asText());
        inputs.add(input(row));
      }
    }
    PageReader reader = PageReader.create();
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 1;
    for (int round = 1; round <= rounds; round++) {
      long start = Measures.threadCpu();
      try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[1]))) {
        for (int i = 0; i < ids.size(); i++) {
          out.write(JSON.writeValueAsString(read(reader, ids.get(i), inputs.get(i))));
          out.newLine();
        }
      }
      double seconds = (Measures.threadCpu() - start) / 1e9;
      System.err.printf("%d pages, %.0f a second%n", ids.size(), ids.size() / seconds);
    }
  }

  private static PageInput input(JsonNode row) throws IOException {
    String url = row.hasNonNull("url") ? row.get("url").asText() : null;
    if (row.hasNonNull("file")) {
      return new PageInput(
          null,
          bytes(Path.of(row.get("file").asText())),
          PageInput.Kind.AUTO,
          url,
          null,
          null,
          null,
          null);
    }
    boolean html = row.hasNonNull("html");
    byte[] bytes = row.get(html ? "html" : "text").asText().getBytes(StandardCharsets.UTF_8);
    PageInput.Kind kind = html ? PageInput.Kind.HTML : PageInput.Kind.TEXT;
    return new PageInput(null, bytes, kind, url, "utf-8", null, null, null);
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return file.toString().endsWith(".gz")
          ? new GZIPInputStream(in).readAllBytes()
          : in.readAllBytes();
    }
  }

  private static ObjectNode read(PageReader reader, String id, PageInput input) {
    ObjectNode out = JSON.createObjectNode().put("id", id);
    try {
      write(out, reader.read(input));
    } catch (PageException e) {
      out.put("error", e.reason().code());
    }
    return out;
  }

  private static void write(ObjectNode out, Page page) {
    Article article = page.article();
    ObjectNode a = out.putObject("article");
    a.put("title", article.title())
        .put("outlet", article.outlet())
        .put("language", article.language());
    a.put("section", article.section()).put("canonicalUrl", article.canonicalUrl());
    a.put("truncated", article.truncated());
    a.put("published", article.published() == null ? null : article.published().value());
    a.put("publishedMethod", article.published() == null ? null : article.published().method());
    a.put("updated", article.updated() == null ? null : article.updated().value());
    ArrayNode byline = a.putArray("byline");
    article.byline().forEach(byline::add);
    a.set("images", JSON.valueToTree(article.images()));
    a.put("text", article.text());
    if (article.dateline() != null) {
      ObjectNode dateline = a.putObject("dateline");
      String words = CodePoints.of(article.text()).slice(article.dateline().span());
      dateline.put("words", words);
      dateline.put("time", article.dateline().time()).put("date", article.dateline().date());
      dateline.put("agency", article.dateline().agency());
      dateline.put("place", placeWords(words));
    }
    ArrayNode comments = out.putArray("comments");
    for (Comment comment : page.comments()) {
      ObjectNode c = comments.addObject();
      c.put("author", comment.author()).put("posted", comment.posted()).put("text", comment.text());
      c.put("parent", comment.replyTo());
    }
    out.set("warnings", JSON.valueToTree(page.warnings()));
  }

  /** Only for the scorer: the place's words end at a bracket, a slash or a digit's comma part. */
  private static String placeWords(String words) {
    return words
        .replaceFirst("\\s?[(/].*$", "")
        .replaceFirst(",\\s?[^,]*\\d.*$", "")
        .replaceFirst(",$", "");
  }
}
