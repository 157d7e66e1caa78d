package dateline.eval;

import dateline.Dateline;
import dateline.PageException;
import dateline.corpus.Corpus;
import dateline.corpus.Mark;
import dateline.corpus.Plan;
import dateline.corpus.Report;
import dateline.json.RecordJson;
import dateline.model.ArticleRecord;
import dateline.model.Event;
import dateline.model.Statement;
import dateline.story.Digests;
import dateline.story.MemoryState;
import dateline.story.Story;
import dateline.story.StoryGraph;
import dateline.story.StoryState.Layer;
import dateline.story.StoryTeller;
import dateline.text.Span;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How well near copies, stories, statements, events and altered quotes are found, on generated
 * corpora whose truth is known. Pages are read as any page is. B-cubed precision and recall (Bagga
 * and Baldwin 1998); what the reader did not find at all counts as a cluster of its own.
 */
final class StoryQuality {

  /** A corpus of fewer happenings covers fewer days, so that it is as crowded. */
  private static final int HAPPENINGS_A_YEAR = 2000;

  private static final int FEWEST_DAYS = 14;

  private final Map<String, BCubed> clusterings = new LinkedHashMap<>();
  private int alteredRight;
  private int alteredFlagged;
  private int alteredTrue;
  private final boolean verbose;

  private StoryQuality(boolean verbose) {
    this.verbose = verbose;
    for (String what : List.of("near copies", "stories", "statements", "events")) {
      clusterings.put(what, new BCubed());
    }
  }

  /**
   * @param made whether records are made from the truth, to see what is lost after reading
   * @param cache folder for records that were read, or null
   */
  static void run(
      List<Long> seeds, int happenings, boolean made, @Nullable Path cache, boolean verbose)
      throws IOException, PageException {
    System.out.printf(
        Locale.ROOT, "%-6s %-12s %8s %6s %6s %6s%n", "seed", "", "items", "P", "R", "F1");
    for (long seed : seeds) {
      StoryQuality quality = new StoryQuality(verbose);
      quality.measure(plan(seed, happenings), made, cache);
      quality.print(seed);
    }
  }

  /**
   * Scores of pages read, 0 to 1 by name.
   *
   * @param corpus its seed and how many happenings it has: "61-40"
   */
  static Map<String, Double> scores(String corpus) throws IOException {
    String[] numbers = corpus.split("-");
    StoryQuality quality = new StoryQuality(false);
    try {
      Plan plan = plan(Long.parseLong(numbers[0]), Integer.parseInt(numbers[1]));
      quality.measure(plan, false, null);
    } catch (PageException e) {
      throw new IOException("a generated page can't be read", e);
    }
    Map<String, Double> scores = new LinkedHashMap<>();
    quality.clusterings.forEach(
        (what, clustering) ->
            scores.put(what.replace(' ', '_'), f1(clustering.precision(), clustering.recall())));
    scores.put("altered_precision", quality.alteredPrecision());
    scores.put("altered_recall", quality.alteredRecall());
    return scores;
  }

  private static double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  private double alteredPrecision() {
    return (double) alteredRight / Math.max(1, alteredFlagged);
  }

  private double alteredRecall() {
    return (double) alteredRight / Math.max(1, alteredTrue);
  }

  static Plan plan(long seed, int happenings) {
    int days = Math.max(FEWEST_DAYS, happenings * 365 / HAPPENINGS_A_YEAR);
    return new Plan(seed, happenings, LocalDate.of(2023, 1, 1), days, 6);
  }

  private void measure(Plan plan, boolean made, @Nullable Path cache)
      throws IOException, PageException {
    List<Report> reports = Corpus.reports(plan).toList();
    List<ArticleRecord> records =
        made ? reports.stream().map(Report::record).toList() : read(plan, reports, cache);
    // Only an article's last revision counts; the earlier ones tell what was changed.
    Map<String, Integer> last = new LinkedHashMap<>();
    Map<String, List<ArticleRecord>> earlier = new HashMap<>();
    for (int i = 0; i < reports.size(); i++) {
      Integer before = last.put(reports.get(i).url(), i);
      if (before != null) {
        earlier
            .computeIfAbsent(reports.get(i).url(), url -> new ArrayList<>())
            .add(records.get(before));
      }
    }
    MemoryState state = new MemoryState();
    StoryGraph graph = new StoryGraph(state);
    for (int i : last.values()) {
      graph.put(i, Digests.of(records.get(i)));
    }
    Map<Long, List<Integer>> stories = new TreeMap<>();
    for (int i : last.values()) {
      Report report = reports.get(i);
      long story = state.cluster(Layer.STORIES, i);
      stories.computeIfAbsent(story, s -> new ArrayList<>()).add(i);
      add("near copies", report.truth().copies(), state.cluster(Layer.COPIES, i));
      add("stories", report.truth().story(), story);
    }
    if (verbose) {
      explainStories(stories, reports);
    }
    for (Map.Entry<Long, List<Integer>> story : stories.entrySet()) {
      List<StoryTeller.Input> inputs =
          story.getValue().stream()
              .map(
                  i ->
                      new StoryTeller.Input(
                          records.get(i),
                          state.cluster(Layer.COPIES, i.longValue()),
                          earlier.getOrDefault(reports.get(i).url(), List.of())))
              .toList();
      Story told = StoryTeller.tell(inputs);
      for (int i : story.getValue()) {
        score(story.getKey(), told, reports.get(i), records.get(i));
      }
    }
  }

  private void add(String what, String truth, Object answer) {
    BCubed clustering = clusterings.get(what);
    if (clustering != null) {
      clustering.add(truth, answer.toString());
    }
  }

  private static List<ArticleRecord> read(Plan plan, List<Report> reports, @Nullable Path cache)
      throws IOException, PageException {
    Path kept =
        cache == null ? null : cache.resolve(plan.seed() + "-" + plan.happenings() + ".jsonl");
    List<ArticleRecord> records = new ArrayList<>();
    if (kept != null && Files.exists(kept)) {
      for (String line : Files.readAllLines(kept, StandardCharsets.UTF_8)) {
        records.add(RecordJson.read(line));
      }
    }
    if (records.size() == reports.size()) {
      return records;
    }
    records.clear();
    Dateline dateline = Dateline.open();
    for (Report report : reports) {
      records.add(dateline.read(report.page()));
    }
    if (kept != null) {
      try (BufferedWriter out = Files.newBufferedWriter(kept, StandardCharsets.UTF_8)) {
        for (ArticleRecord record : records) {
          out.write(RecordJson.write(record));
          out.newLine();
        }
      }
    }
    return records;
  }

  private void score(long number, Story story, Report report, ArticleRecord record) {
    Map<String, Told> statements = new HashMap<>();
    int count = 0;
    for (Story.SameStatement statement : story.statements()) {
      String cluster = number + "/s" + count++;
      for (Story.Variant variant : statement.variants()) {
        for (Story.Telling telling : variant.tellings()) {
          if (telling.revision() != null) {
            continue;
          }
          statements.put(
              telling.article() + "/" + telling.statement(),
              new Told(cluster, variant.form(), statement));
        }
      }
    }
    Map<String, String> events = new HashMap<>();
    for (Story.SameEvent event : story.events()) {
      String cluster = number + "/e" + count++;
      event.mentions().forEach(m -> events.put(m.article() + "/" + m.event(), cluster));
    }
    int offset = Math.max(0, record.article().text().indexOf(report.text().substring(0, 20)));
    for (Mark mark : report.marks()) {
      switch (mark.what()) {
        case STATEMENT -> {
          String id = record.id() + "/" + statement(record, mark, offset);
          Told told = statements.get(id);
          add("statements", mark.key(), told == null ? report.id() + mark.key() : told.cluster());
          altered(mark, told, report);
        }
        case EVENT -> {
          String id = record.id() + "/" + event(record, mark, report, offset);
          add("events", mark.key(), events.getOrDefault(id, report.id() + mark.key()));
          if (verbose && !events.containsKey(id)) {
            System.out.println("no event: " + words(report, mark));
          }
        }
        case PERSON -> {
          // Measured by the actors of the gate.
        }
      }
    }
  }

  /** A telling as the story has it: the form of its variant, and the statement. */
  private record Told(String cluster, Story.Form form, Story.SameStatement statement) {}

  private void altered(Mark mark, @Nullable Told told, Report report) {
    Story.Form form = told == null ? null : told.form();
    boolean flagged = form == Story.Form.ALTERED;
    alteredTrue += mark.altered() ? 1 : 0;
    alteredFlagged += flagged ? 1 : 0;
    alteredRight += flagged && mark.altered() ? 1 : 0;
    if (verbose && flagged != mark.altered()) {
      System.out.println(
          (flagged ? "wrongly altered: " : "missed altered (" + form + "): ")
              + report.id()
              + " "
              + words(report, mark));
      if (told != null) {
        for (Story.Variant variant : told.statement().variants()) {
          System.out.printf(
              "    %s %s: %s%n",
              variant.form().code(),
              variant.tellings().stream().map(Story.Telling::article).toList(),
              variant.words());
        }
      }
    }
  }

  private static String words(Report report, Mark mark) {
    return report.text().substring(mark.span().start(), mark.span().end());
  }

  /** The statement that shares most with the mark's content, or "". */
  private static String statement(ArticleRecord record, Mark mark, int offset) {
    String best = "";
    int most = 0;
    for (Statement statement : record.statements()) {
      int shared = shared(statement.content(), mark.proof(), offset);
      if (shared > most) {
        most = shared;
        best = statement.id();
      }
    }
    return best;
  }

  /** The event in the marked sentence, of the true type if there is one, or "". */
  private static String event(ArticleRecord record, Mark mark, Report report, int offset) {
    String any = "";
    for (Event event : record.events()) {
      if (shared(event.trigger(), List.of(mark.span()), offset) > 0) {
        boolean right = event.type() == report.truth().type() != mark.key().endsWith("/sequel");
        if (right && (any.isEmpty() || shared(event.trigger(), mark.proof(), offset) > 0)) {
          return event.id();
        }
        any = any.isEmpty() ? event.id() : any;
      }
    }
    return any;
  }

  private static int shared(List<Span> found, List<Span> marked, int offset) {
    int shared = 0;
    for (Span one : found) {
      for (Span other : marked) {
        int start = Math.max(one.start() - offset, other.start());
        shared += Math.max(0, Math.min(one.end() - offset, other.end()) - start);
      }
    }
    return shared;
  }

  private static void explainStories(Map<Long, List<Integer>> stories, List<Report> reports) {
    Map<String, Long> seen = new HashMap<>();
    stories.forEach(
        (story, members) -> {
          Map<String, String> parts = new TreeMap<>();
          for (int i : members) {
            Report report = reports.get(i);
            parts.merge(report.truth().story(), report.id(), (a, b) -> a + " " + b);
          }
          if (parts.size() > 1) {
            System.out.println("wrongly together: " + parts);
          }
          for (Map.Entry<String, String> part : parts.entrySet()) {
            if (seen.put(part.getKey(), story) != null) {
              System.out.println("wrongly apart: " + part);
            }
          }
        });
  }

  private void print(long seed) {
    clusterings.forEach(
        (what, clustering) -> {
          double precision = clustering.precision();
          double recall = clustering.recall();
          row(seed, what, clustering.size(), precision, recall);
        });
    row(seed, "altered", alteredTrue, alteredPrecision(), alteredRecall());
  }

  private static void row(long seed, String what, int items, double precision, double recall) {
    System.out.printf(
        Locale.ROOT,
        "%-6d %-12s %8d %6.3f %6.3f %6.3f%n",
        seed,
        what,
        items,
        precision,
        recall,
        f1(precision, recall));
  }

  /** B-cubed over items, each with a true and a found cluster. */
  static final class BCubed {

    private final Map<String, Map<String, Integer>> byTruth = new HashMap<>();
    private final Map<String, Integer> truths = new HashMap<>();
    private final Map<String, Integer> answers = new HashMap<>();

    void add(String truth, String answer) {
      byTruth.computeIfAbsent(truth, t -> new HashMap<>()).merge(answer, 1, Integer::sum);
      truths.merge(truth, 1, Integer::sum);
      answers.merge(answer, 1, Integer::sum);
    }

    int size() {
      return truths.values().stream().mapToInt(Integer::intValue).sum();
    }

    double precision() {
      return mean(answers, false);
    }

    double recall() {
      return mean(truths, true);
    }

    private double mean(Map<String, Integer> sizes, boolean truthSide) {
      double sum = 0;
      for (Map.Entry<String, Map<String, Integer>> truth : byTruth.entrySet()) {
        for (Map.Entry<String, Integer> answer : truth.getValue().entrySet()) {
          double both = answer.getValue();
          String key = truthSide ? truth.getKey() : answer.getKey();
          sum += both * both / sizes.getOrDefault(key, 1);
        }
      }
      return sum / Math.max(1, size());
    }
  }
}
