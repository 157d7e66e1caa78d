package dateline.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.language.Analysis;
import dateline.language.NewsEnglish;
import dateline.language.Paragraphs;
import dateline.time.TimeTagger;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How fast times are found and resolved: sentences per CPU-second of one thread, in a first pass
 * over a file of articles, the compiler's warming included, and in a fifth. The encoder's pass, of
 * which all steps share the result, is not counted.
 */
final class TimeSpeed {

  private static final int PASSES = 5;

  private TimeSpeed() {}

  private record Article(Analysis analysis, @Nullable LocalDate published) {}

  static void run(Path gold) throws IOException {
    List<Article> articles = articles(gold);
    long sentences = articles.stream().mapToLong(a -> a.analysis().sentences().size()).sum();
    TimeTagger tagger = TimeTagger.create();
    for (int pass = 1; pass <= PASSES; pass++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      long times = 0;
      for (Article article : articles) {
        times += tagger.tag(article.analysis(), article.published()).size();
      }
      double seconds =
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
      if (pass == 1 || pass == PASSES) {
        System.out.printf(
            Locale.ROOT,
            "pass %d: %d sentences, %d times, %.0f sentences/CPU-second%n",
            pass,
            sentences,
            times,
            sentences / seconds);
      }
    }
  }

  private static List<Article> articles(Path gold) throws IOException {
    ObjectMapper json = new ObjectMapper();
    NewsEnglish english = NewsEnglish.load();
    List<Article> articles = new ArrayList<>();
    for (String line : Files.readAllLines(gold, StandardCharsets.UTF_8)) {
      JsonNode article = json.readTree(line);
      String text = article.path("text").asText();
      String published = article.path("published").asText("");
      articles.add(
          new Article(
              english.analyse(text, Paragraphs.of(text)),
              published.isEmpty() ? null : LocalDate.parse(published)));
    }
    return articles;
  }
}
