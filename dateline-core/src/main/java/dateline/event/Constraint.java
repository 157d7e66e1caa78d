package dateline.event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What must hold around a trigger: one of several conditions.
 *
 * <p>Written as in the head of {@code verbs.tsv}.
 */
record Constraint(List<Condition> alternatives) {

  /** The sorts of condition, with the sign that writes each. */
  enum Kind {
    /** {@code +}: the object is one of the words; with no word, there is an object. */
    OBJECT,
    /** {@code -}: the object is none of the words; with {@code -+}, there is no object. */
    NOT_OBJECT,
    /** {@code ^p:}: a prepositional phrase with one of the words, or any. */
    PREPOSITION,
    /**
     * {@code >inf}, {@code >ing}, {@code >that}: a clause; its verb is one of the words, or any.
     */
    CLAUSE,
    /** {@code ~}: the word stands close by. */
    NEAR,
    /** {@code !}: one of the words is an auxiliary or adverb of the clause: "will", "not". */
    AUXILIARY,
    /** {@code %}: one of the words stands before it in the sentence: "if". */
    BEFORE
  }

  /**
   * One condition.
   *
   * @param key the preposition or the sort of clause, else ""
   * @param words lemmas, multi-words with "_"; {@code #who} stands for people and states
   * @param weight how narrow it is
   */
  record Condition(Kind kind, String key, Set<String> words, int weight) {}

  int weight() {
    return alternatives.stream().mapToInt(Condition::weight).min().orElse(0);
  }

  /** Reads a constraint cell: conditions separated by blanks must all hold. */
  static List<Constraint> parse(String cell, Map<String, List<String>> classes) {
    List<Constraint> all = new ArrayList<>();
    for (String part : cell.trim().split(" +")) {
      if (!part.isEmpty()) {
        all.add(one(part, classes));
      }
    }
    return all;
  }

  private static Constraint one(String part, Map<String, List<String>> classes) {
    List<Condition> alternatives = new ArrayList<>();
    List<String> items = new ArrayList<>();
    for (String item : part.split("\\|")) {
      if (!items.isEmpty() && "+-^>~!%".indexOf(item.charAt(0)) >= 0) {
        alternatives.add(condition(items, classes));
        items.clear();
      }
      items.add(item);
    }
    alternatives.add(condition(items, classes));
    return new Constraint(alternatives);
  }

  private static Condition condition(List<String> items, Map<String, List<String>> classes) {
    String first = items.get(0);
    String key = "";
    Kind kind =
        switch (first.charAt(0)) {
          case '+', '#' -> Kind.OBJECT;
          case '-' -> Kind.NOT_OBJECT;
          case '^' -> Kind.PREPOSITION;
          case '>' -> Kind.CLAUSE;
          case '~' -> Kind.NEAR;
          case '!' -> Kind.AUXILIARY;
          case '%' -> Kind.BEFORE;
          default -> throw new IllegalStateException("constraint " + items);
        };
    String rest = first.charAt(0) == '#' ? first : first.substring(1);
    if (kind == Kind.PREPOSITION || kind == Kind.CLAUSE) {
      int colon = rest.indexOf(':');
      key = colon < 0 ? rest : rest.substring(0, colon);
      rest = colon < 0 ? "" : rest.substring(colon + 1);
    }
    Set<String> words = new HashSet<>();
    int weight = add(rest, words, classes);
    for (String item : items.subList(1, items.size())) {
      weight = Math.min(weight, add(item, words, classes));
    }
    return new Condition(kind, key, words, kind == Kind.NOT_OBJECT ? 1 : weight);
  }

  /** Adds a word or a class; a word is narrower than a class, a class than anything. */
  private static int add(String item, Set<String> words, Map<String, List<String>> classes) {
    if (item.isEmpty()) {
      return 1;
    }
    if (item.charAt(0) != '@') {
      words.add(item);
      return item.equals("#who") ? 2 : 3;
    }
    List<String> members = classes.get(item.substring(1));
    if (members == null) {
      throw new IllegalStateException("no word class " + item);
    }
    words.addAll(members);
    return 3;
  }
}
