package dateline.event;

import dateline.data.Resource;
import dateline.model.PloverType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The trigger tables of {@code event/}, by the lemma of their head word. Immutable. */
final class TriggerLexicon {

  /** What a light verb does to the event noun that it governs. */
  record LightVerb(List<String> words, Effect effect, boolean subjectIsRecipient) {}

  /** See the head of {@code light-verbs.tsv}. */
  enum Effect {
    DO,
    START,
    GO,
    STOP,
    NOT,
    PLAN
  }

  private final Map<String, List<TriggerEntry>> verbs = new HashMap<>();
  private final Map<String, List<TriggerEntry>> nouns = new HashMap<>();
  private final Map<String, List<LightVerb>> lightVerbs = new HashMap<>();
  private final Lemmas lemmas;

  /** Words of {@code classes.tsv} as written, by the name of their class. */
  private final Map<String, String> rawClasses = rawClasses();

  TriggerLexicon() {
    Map<String, List<String>> classes = hyphensApart(rawClasses);
    Set<String> known = new HashSet<>();
    classes
        .values()
        .forEach(words -> words.forEach(word -> known.addAll(List.of(word.split("_")))));
    int order = 0;
    for (String[] row : Resource.table("event/verbs.tsv")) {
      order = read(row, classes, order, verbs, true, known);
    }
    for (String[] row : Resource.table("event/nouns.tsv")) {
      order = read(row, classes, order, nouns, false, known);
    }
    for (String[] row : Resource.table("event/light-verbs.tsv")) {
      for (String phrase : row[0].split(",")) {
        List<String> words = List.of(phrase.split(" "));
        known.addAll(words);
        lightVerbs
            .computeIfAbsent(words.get(0), key -> new ArrayList<>())
            .add(new LightVerb(words, Effect.valueOf(row[1]), row[2].equals("recipient")));
      }
    }
    for (String[] row : Resource.table("event/reporting.tsv")) {
      known.addAll(List.of(row[0].split(",")));
    }
    sort(verbs);
    sort(nouns);
    lemmas = new Lemmas(known);
  }

  private static Map<String, String> rawClasses() {
    Map<String, String> classes = new HashMap<>();
    for (String[] row : Resource.table("event/classes.tsv")) {
      classes.put(row[0], row[1]);
    }
    return classes;
  }

  private static Map<String, List<String>> hyphensApart(Map<String, String> classes) {
    Map<String, List<String>> apart = new HashMap<>();
    classes.forEach((name, words) -> apart.put(name, List.of(hyphensApart(words, "_").split(","))));
    return apart;
  }

  private static int read(
      String[] row,
      Map<String, List<String>> classes,
      int order,
      Map<String, List<TriggerEntry>> into,
      boolean verb,
      Set<String> known) {
    List<Constraint> constraints = Constraint.parse(constraint(row[1]), classes);
    for (Constraint constraint : constraints) {
      constraint.alternatives().forEach(condition -> known.addAll(condition.words()));
    }
    String code = row[2].trim();
    PloverType type = type(code);
    Frame frame = Frame.parse(cell(row, 5));
    int next = order;
    for (String phrase : row[0].split(",")) {
      List<String> words = List.of(hyphensApart(phrase.trim(), " ").split(" "));
      known.addAll(words);
      String key = verb ? verbKey(words) : words.get(words.size() - 1);
      into.computeIfAbsent(key, k -> new ArrayList<>())
          .add(
              new TriggerEntry(
                  words,
                  constraints,
                  type,
                  type == null && !code.equals("NONE") ? code : null,
                  nullable(cell(row, 3)),
                  nullable(cell(row, 4)),
                  frame,
                  next++));
    }
    return next;
  }

  /** "be willing" is looked up by its adjective. */
  private static String verbKey(List<String> words) {
    return words.get(0).equals("be") && words.size() > 1 ? words.get(1) : words.get(0);
  }

  private static @Nullable PloverType type(String code) {
    for (PloverType type : PloverType.values()) {
      if (type.name().equals(code)) {
        return type;
      }
    }
    if (!Set.of("NONE", "PLAN", "HELP", "STOP", "FAIL", "WARN").contains(code)) {
      throw new IllegalStateException("no event type " + code.toUpperCase(Locale.ROOT));
    }
    return null;
  }

  /** The tokeniser splits "cease-fire" into three words; {@code joint} joins them here. */
  private static String hyphensApart(String words, String joint) {
    return words.replaceAll("(?<=\\w)-(?=\\w)", joint + "-" + joint);
  }

  private static String constraint(String cell) {
    return hyphensApart(cell, "_");
  }

  private static String cell(String[] row, int column) {
    return row.length > column ? row[column].trim() : "";
  }

  private static @Nullable String nullable(String cell) {
    return cell.isEmpty() ? null : cell;
  }

  private static void sort(Map<String, List<TriggerEntry>> entries) {
    Comparator<TriggerEntry> narrowest =
        Comparator.comparingInt(TriggerEntry::specificity)
            .thenComparingInt(TriggerEntry::order)
            .reversed();
    entries.values().forEach(list -> list.sort(narrowest));
  }

  /** The lemmas of word classes, as {@code classes.tsv} writes them. */
  Set<String> words(String... classes) {
    Set<String> words = new HashSet<>();
    for (String name : classes) {
      words.addAll(List.of(rawClasses.getOrDefault(name, "").split(",")));
    }
    return words;
  }

  Lemmas lemmas() {
    return lemmas;
  }

  /** Entries for a verb (or predicate adjective), the narrowest first. */
  List<TriggerEntry> verbs(String lemma) {
    return verbs.getOrDefault(lemma, List.of());
  }

  /** Entries for a noun, the narrowest first. */
  List<TriggerEntry> nouns(String lemma) {
    return nouns.getOrDefault(lemma, List.of());
  }

  List<LightVerb> lightVerbs(String lemma) {
    return lightVerbs.getOrDefault(lemma, List.of());
  }

  /** Number of rows, one a lemma or phrase. */
  int size() {
    return verbs.values().stream().mapToInt(List::size).sum()
        + nouns.values().stream().mapToInt(List::size).sum();
  }
}
