package dateline.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.language.Analysis;
import dateline.language.NewsEnglish;
import dateline.language.Paragraphs;
import dateline.language.Sentence;
import dateline.language.Token;
import dateline.text.Span;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the words, sentences and paragraphs of texts, so that training sees what the product sees.
 *
 * <p>Reads JSON lines {@code {"id","text"}} and writes, in the same order, {@code
 * {"id","tokens":[[start,end],…],"sentences":[[firstToken,endToken],…],"paragraphs":[[firstToken,endToken],…]}};
 * token offsets are code points. Paragraphs are the text's lines.
 */
public final class TokenDump {

  private final ObjectMapper json = new ObjectMapper();
  private final NewsEnglish english = NewsEnglish.segmentOnly();

  private TokenDump() {}

  /**
   * @param args input file, output file
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("usage: TokenDump IN.jsonl OUT.jsonl");
    }
    new TokenDump().dump(Path.of(args[0]), Path.of(args[1]));
  }

  private void dump(Path from, Path to) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(from, StandardCharsets.UTF_8);
        Writer out = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        out.write(json.writeValueAsString(words(json.readTree(line))));
        out.write('\n');
      }
    }
  }

  private ObjectNode words(JsonNode input) {
    String text = input.get("text").asText();
    Analysis analysis = english.analyse(text, Paragraphs.of(text));
    ObjectNode output = json.createObjectNode();
    output.set("id", input.get("id"));
    ArrayNode tokens = output.putArray("tokens");
    for (Token token : analysis.tokens()) {
      Span span = analysis.span(token.range());
      tokens.addArray().add(span.start()).add(span.end());
    }
    ArrayNode sentences = output.putArray("sentences");
    ArrayNode paragraphs = output.putArray("paragraphs");
    int first = 0;
    for (Sentence sentence : analysis.sentences()) {
      sentences.addArray().add(sentence.firstToken()).add(sentence.endToken());
      int next = sentence.index() + 1;
      boolean last =
          next == analysis.sentences().size()
              || analysis.sentences().get(next).paragraph() != sentence.paragraph();
      if (last) {
        paragraphs.addArray().add(first).add(sentence.endToken());
        first = sentence.endToken();
      }
    }
    return output;
  }
}
