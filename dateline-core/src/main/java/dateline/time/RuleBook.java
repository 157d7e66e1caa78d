package dateline.time;

import dateline.data.Resource;
import dateline.model.TimeExpression;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The rules of {@code time/rules.tsv}, indexed by what they can begin with, so that most words of a
 * text cost one look-up. Immutable.
 */
final class RuleBook {

  private static final BitSet NO_RULE = new BitSet();

  private final List<Rule> rules = new ArrayList<>();
  private final Words words;
  private final Map<String, BitSet> byForm = new HashMap<>();
  private final Map<Kind, BitSet> byKind = new EnumMap<>(Kind.class);
  private final BitSet byNumber = new BitSet();

  private RuleBook(Words words) {
    this.words = words;
  }

  /**
   * @param rows of a table like {@code time/rules.tsv}
   * @throws IllegalArgumentException when a row is no good
   */
  static RuleBook of(List<String[]> rows, Words words, Holidays holidays) {
    Map<String, Piece> parts = new HashMap<>();
    for (String[] row : Resource.table("time/parts.tsv")) {
      parts.put(row[0], PatternParser.parse(row[1], parts));
    }
    RuleBook book = new RuleBook(words);
    for (String[] row : rows) {
      try {
        book.add(rule(book.rules.size(), row, parts));
      } catch (RuntimeException wrong) {
        throw new IllegalArgumentException("rule " + row[0] + ": " + wrong.getMessage(), wrong);
      }
    }
    book.indexComposed(holidays.firstWords());
    return book;
  }

  private static Rule rule(int index, String[] row, Map<String, Piece> parts) {
    List<String> recipe = List.of(row[3].split(" "));
    Map<String, String> options = new HashMap<>();
    for (String option : row.length > 4 ? row[4].split(" ") : new String[0]) {
      int equals = option.indexOf('=');
      options.put(option.substring(0, equals), option.substring(equals + 1));
    }
    return new Rule(
        index,
        row[0],
        row[1].equals("-") ? null : TimeExpression.Type.valueOf(row[1]),
        new Pattern(PatternParser.parse(row[2], parts)),
        recipe.get(0),
        recipe.subList(1, recipe.size()),
        options.get("mod"),
        Rule.Mode.valueOf(options.getOrDefault("mode", "all").toUpperCase(Locale.ROOT)),
        Guard.named(options.getOrDefault("guard", "none")),
        Double.parseDouble(options.getOrDefault("sure", "0.8")));
  }

  private void add(Rule rule) {
    rules.add(rule);
    Pattern.Firsts firsts = rule.pattern().firsts();
    for (String form : firsts.forms()) {
      byForm.computeIfAbsent(form, any -> new BitSet()).set(rule.index());
    }
    for (Kind kind : firsts.kinds()) {
      byKind.computeIfAbsent(kind, any -> new BitSet()).set(rule.index());
    }
  }

  /** Words and figures that composed kinds can begin with. */
  private void indexComposed(Set<String> holidayWords) {
    for (Kind kind : List.of(Kind.values())) {
      BitSet starts = byKind.getOrDefault(kind, NO_RULE);
      for (Kind first : firsts(kind)) {
        byKind.computeIfAbsent(first, any -> new BitSet()).or(starts);
      }
      if (kind.isComposed()) {
        byNumber.or(starts);
      }
    }
    for (String form : List.of("a", "an")) {
      addForm(form, Kind.NUM);
    }
    for (String form : List.of("'", "’", "‘", "`")) {
      addForm(form, Kind.DECADE);
    }
    addForm("b", Kind.ERA);
    addForm("a", Kind.ERA);
    for (String form : holidayWords) {
      addForm(form, Kind.HOLIDAY);
    }
    for (String phrase : words.phrases()) {
      addForm(phrase.substring(0, phrase.indexOf(' ')), Kind.ABOUT);
    }
  }

  private void addForm(String form, Kind kind) {
    byForm.computeIfAbsent(form, any -> new BitSet()).or(byKind.getOrDefault(kind, NO_RULE));
  }

  /** The kinds of words that a composed kind can begin with. */
  private static List<Kind> firsts(Kind kind) {
    return switch (kind) {
      case NUM -> List.of(Kind.DIGIT, Kind.TENS, Kind.SCALE);
      case ORD -> List.of(Kind.TENS, Kind.ORDINAL);
      case YEAR -> List.of(Kind.DIGIT, Kind.TENS);
      case DECADE -> List.of(Kind.TIES, Kind.DIGIT, Kind.TENS);
      case CLOCK -> List.of(Kind.DIGIT, Kind.TENS);
      default -> List.of();
    };
  }

  List<Rule> rules() {
    return List.copyOf(rules);
  }

  /** The rules that can begin at a lexeme, in order. */
  BitSet starting(Lexeme lexeme) {
    if (lexeme.isNumber()) {
      return byNumber;
    }
    BitSet literal = byForm.getOrDefault(lexeme.form(), NO_RULE);
    List<Words.Word> senses = words.of(lexeme.form());
    if (senses.isEmpty()) {
      return literal;
    }
    BitSet all = (BitSet) literal.clone();
    for (Words.Word sense : senses) {
      all.or(byKind.getOrDefault(sense.kind(), NO_RULE));
    }
    return all;
  }

  Rule rule(int index) {
    return rules.get(index);
  }
}
