package dateline.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.Dateline;
import dateline.PageException;
import dateline.PageInput;
import dateline.io.Input;
import dateline.json.RecordJson;
import dateline.model.ArticleRecord;
import dateline.pipeline.EnglishNews;
import dateline.pipeline.Subjects;
import dateline.place.EmbeddedGazetteer;
import dateline.text.CharRange;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How fast whole records are made: articles per CPU-second of the process on one thread, the share
 * of each step, and peak memory. The first articles warm up and are not counted, as in the anchors
 * that this is set beside.
 */
final class Speed {

  private static final int WARM_UP = 8;

  private static final int[] LENGTHS = {25_000, 50_000, 100_000};

  private final Map<String, Long> nanos = new LinkedHashMap<>();

  static void run(Path gold) throws IOException, PageException {
    new Speed().measure(gold);
  }

  /**
   * Reads pages on this thread, after some to warm up, and tells each step's share.
   *
   * @param warmUp of them, the first
   */
  static void steps(Iterator<Input> pages, int warmUp) throws PageException {
    Speed speed = new Speed();
    Dateline dateline = Dateline.open(speed.timed(EnglishNews.subjects(EmbeddedGazetteer.load())));
    int count = -warmUp;
    long words = 0;
    while (speed.time("archive", pages::hasNext)) {
      PageInput page = pages.next().load();
      ArticleRecord record = dateline.read(page);
      speed.time("JSON", () -> RecordJson.write(record));
      words += record.article().text().split("\\s+").length;
      if (++count == 0) {
        speed.nanos.clear();
        words = 0;
      }
    }
    System.out.printf("  %d articles of %d words on average%n", count, words / Math.max(1, count));
    speed.print(count);
  }

  /**
   * Paragraphs that no newspaper prints, at three lengths: twice the length should take about twice
   * the time.
   */
  static void hostile() throws PageException {
    Map<String, String> pieces = new LinkedHashMap<>();
    pieces.put("no full stop", "the mayor of the old town said that the river would rise and ");
    pieces.put("no quotation", "The mayor said that the river would rise by Monday. ");
    pieces.put("all quotations", "“The river will rise,” said Ann Lee. “Go home.” ");
    pieces.put("quotation marks", "\" ");
    pieces.put("unclosed quotations", "He said “the river will rise and ");
    pieces.put("unopened quotations", "the river will rise” he said ");
    Dateline dateline = Dateline.open(EnglishNews.subjects(EmbeddedGazetteer.load()));
    System.out.printf(Locale.ROOT, "%-20s", "CPU seconds");
    for (int length : LENGTHS) {
      System.out.printf(Locale.ROOT, "%,10d", length);
    }
    System.out.println("  characters in one paragraph");
    for (Map.Entry<String, String> piece : pieces.entrySet()) {
      System.out.printf(Locale.ROOT, "%-20s", piece.getKey());
      for (int length : LENGTHS) {
        String text = piece.getValue().repeat(length / piece.getValue().length()).strip();
        long start = Measures.threadCpu();
        dateline.read(input(text, "2024-01-02"));
        System.out.printf(Locale.ROOT, "%10.2f", (Measures.threadCpu() - start) / 1e9);
      }
      System.out.println();
    }
  }

  private void measure(Path gold) throws IOException, PageException {
    List<String> lines = Files.readAllLines(gold, StandardCharsets.UTF_8);
    long load = System.nanoTime();
    Subjects subjects = EnglishNews.subjects(EmbeddedGazetteer.load());
    subjects.analyser().analyse("Oslo", List.of(new CharRange(0, 4)));
    double loaded = (System.nanoTime() - load) / 1e9;
    Dateline dateline = Dateline.open(timed(subjects));
    long first = System.nanoTime();
    dateline.read(input("OSLO – “We agree,” the mayor said on Monday.", "2024-01-02"));
    double read = (System.nanoTime() - first) / 1e9;
    ObjectMapper json = new ObjectMapper();
    long cpu = 0;
    long characters = 0;
    for (int i = 0; i < lines.size() + WARM_UP; i++) {
      if (i == WARM_UP) {
        nanos.clear();
        cpu = Measures.processCpu();
        characters = 0;
      }
      JsonNode article = json.readTree(lines.get(i < WARM_UP ? i % lines.size() : i - WARM_UP));
      String text = article.path("text").asText();
      characters += text.length();
      dateline.read(input(text, article.path("published").asText("2016-01-01")));
    }
    double seconds = (Measures.processCpu() - cpu) / 1e9;
    System.out.printf(
        Locale.ROOT, "articles            %d (%d characters)%n", lines.size(), characters);
    System.out.printf(
        Locale.ROOT,
        "articles/CPU-second %.2f (process, one thread of work, JIT and GC included)%n",
        lines.size() / seconds);
    System.out.printf(
        Locale.ROOT,
        "load                %.2f s (lexicons, gazetteer, model; the launch of Java not counted)%n",
        loaded);
    System.out.printf(Locale.ROOT, "first record        %.2f s more%n", read);
    System.out.printf(Locale.ROOT, "peak heap           %d MB%n", peakHeap() >> 20);
    System.out.printf(Locale.ROOT, "peak resident       %s%n", Measures.peakResident());
    print(lines.size());
  }

  private void print(int articles) {
    double all = nanos.values().stream().mapToLong(Long::longValue).sum();
    nanos.forEach(
        (step, time) ->
            System.out.printf(
                Locale.ROOT,
                "  %-14s %5.1f %%  %.1f ms an article%n",
                step,
                100 * time / all,
                time / 1e6 / articles));
  }

  private static PageInput input(String text, String published) {
    return new PageInput(
        null,
        text.getBytes(StandardCharsets.UTF_8),
        PageInput.Kind.TEXT,
        null,
        "utf-8",
        null,
        published,
        null);
  }

  private Subjects timed(Subjects s) {
    return new Subjects(
        input -> {
          long start = Measures.threadCpu();
          try {
            return s.page().read(input);
          } finally {
            add("page", start);
          }
        },
        (text, paragraphs, report) ->
            time("language", () -> s.analyser().analyse(text, paragraphs, report)),
        analysis -> time("attribution", () -> s.attributions().find(analysis)),
        (analysis, attributions, published) ->
            time("actor", () -> s.actors().find(analysis, attributions, published)),
        (analysis, published) -> time("time", () -> s.times().find(analysis, published)),
        draft -> time("place", () -> s.places().find(draft)),
        (analysis, attributions, actors, times, published) ->
            time(
                "statement",
                () -> s.statements().build(analysis, attributions, actors, times, published)),
        (analysis, actors, statements, times, places, published) ->
            time(
                "event",
                () -> s.events().find(analysis, actors, statements, times, places, published)));
  }

  private <T> T time(String step, Supplier<T> work) {
    long start = Measures.threadCpu();
    try {
      return work.get();
    } finally {
      add(step, start);
    }
  }

  private void add(String step, long start) {
    nanos.merge(step, Measures.threadCpu() - start, Long::sum);
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
