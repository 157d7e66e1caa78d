package dateline.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.language.Analysis;
import dateline.language.NewsEnglish;
import dateline.language.Paragraphs;
import dateline.place.EmbeddedGazetteer;
import dateline.place.PlaceFinder;
import dateline.place.PlaceHints;
import dateline.time.TimeTagger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How fast times and places are found and resolved: sentences per CPU-second of one thread, in a
 * first pass over a file of articles, the compiler's warming included, and in a fifth. The
 * encoder's pass, of which all steps share the result, is not counted.
 */
final class TimePlaceSpeed {

  private static final int PASSES = 5;

  private TimePlaceSpeed() {}

  private record Article(String text, Analysis analysis, @Nullable LocalDate published) {}

  /**
   * @param most of each corpus's articles
   * @param texts where the texts that times were found in are written for the peers; null for
   *     nowhere
   */
  static void run(Path gold, int most, @Nullable Path texts) throws IOException {
    NewsEnglish english = NewsEnglish.load();
    List<Article> dated = articles(english, gold.resolve("times/timebank.jsonl"), most);
    TimeTagger tagger = TimeTagger.create();
    measure("times", dated, a -> tagger.tag(a.analysis(), a.published()).size());
    List<Article> placed = articles(english, gold.resolve("places/gwn_shared.jsonl"), most);
    PlaceFinder finder = PlaceFinder.create(EmbeddedGazetteer.load());
    measure("places", placed, a -> finder.find(a.analysis(), PlaceHints.NONE).size());
    if (texts != null) {
      Files.writeString(
          texts, dated.stream().map(Article::text).collect(Collectors.joining("\n\n")));
    }
  }

  private static void measure(String what, List<Article> articles, ToIntFunction<Article> step) {
    long sentences = articles.stream().mapToLong(a -> a.analysis().sentences().size()).sum();
    for (int pass = 1; pass <= PASSES; pass++) {
      long start = Measures.threadCpu();
      long found = articles.stream().mapToLong(step::applyAsInt).sum();
      double seconds = (Measures.threadCpu() - start) / 1e9;
      if (pass == 1 || pass == PASSES) {
        System.out.printf(
            Locale.ROOT,
            "%-6s pass %d: %d sentences, %d found, %.0f sentences/CPU-second%n",
            what,
            pass,
            sentences,
            found,
            sentences / seconds);
      }
    }
  }

  private static List<Article> articles(NewsEnglish english, Path gold, int most)
      throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Article> articles = new ArrayList<>();
    List<String> lines = Files.readAllLines(gold, StandardCharsets.UTF_8);
    for (String line : lines.subList(0, Math.min(most, lines.size()))) {
      JsonNode article = json.readTree(line);
      String text = article.path("text").asText();
      String published = article.path("published").asText("");
      articles.add(
          new Article(
              text,
              english.analyse(text, Paragraphs.of(text)),
              published.isEmpty() ? null : LocalDate.parse(published)));
    }
    return articles;
  }
}
