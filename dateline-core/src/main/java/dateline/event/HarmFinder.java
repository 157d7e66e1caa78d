package dateline.event;

import dateline.data.Resource;
import dateline.language.Cardinals;
import dateline.model.Event.Count;
import dateline.model.Event.Harm;
import dateline.text.CharRange;
import dateline.text.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers of people killed, injured, arrested and displaced, from the event's own clause. */
final class HarmFinder {

  private enum Sort {
    KILLED,
    INJURED,
    ARRESTED,
    DISPLACED
  }

  private record Found(Count count, CharRange words) {}

  private static final int RANGE = 3; // words between a range and its noun
  private static final Set<String> LINKS = Set.of("to", "or", "-", "–");

  private final Map<String, Sort> verbs = new HashMap<>();
  private final Map<String, Count> numbers = new HashMap<>();

  HarmFinder() {
    for (String[] row : Resource.table("event/harm.tsv")) {
      for (String word : row[0].split(",")) {
        if (row[1].equals("number")) {
          numbers.put(
              word,
              new Count(
                  Integer.valueOf(row[2]), row[3].isBlank() ? null : Integer.valueOf(row[3])));
        } else {
          verbs.put(word, Sort.valueOf(row[1]));
        }
      }
    }
  }

  /** {@link Harm#NONE} when the clause tells no number. */
  Harm of(Candidate candidate) {
    Syntax syntax = candidate.syntax();
    Map<Sort, Found> found = new EnumMap<>(Sort.class);
    for (int i = 0; i < syntax.size(); i++) {
      Sort sort = verbs.get(syntax.lemma(i));
      if (sort != null && isNear(syntax, i, candidate.trigger())) {
        Found count = countAt(syntax, i);
        if (count != null) {
          found.putIfAbsent(sort, count);
        }
      }
    }
    return found.isEmpty() ? Harm.NONE : harm(syntax, found);
  }

  private static Harm harm(Syntax syntax, Map<Sort, Found> found) {
    List<Span> spans = new ArrayList<>();
    found.values().forEach(one -> spans.add(syntax.analysis().span(one.words())));
    spans.sort(null);
    return new Harm(
        count(found, Sort.KILLED),
        count(found, Sort.INJURED),
        count(found, Sort.ARRESTED),
        count(found, Sort.DISPLACED),
        spans.stream().distinct().toList());
  }

  private static @Nullable Count count(Map<Sort, Found> found, Sort sort) {
    Found one = found.get(sort);
    return one == null ? null : one.count();
  }

  /**
   * Whether a word of harm is the trigger, or joined to it by a participle, "and" or an argument.
   */
  private static boolean isNear(Syntax syntax, int word, Trigger trigger) {
    int at = word;
    for (int steps = 0; steps < 4 && at >= 0; steps++) {
      if (at == trigger.head() || at == trigger.clause()) {
        return true;
      }
      if (syntax.relation(at).equals("acl:relcl") && !syntax.isNoun(trigger.head())
          || syntax.is(at, "ccomp", "parataxis")) {
        break;
      }
      at = syntax.head(at);
    }
    at = trigger.clause();
    for (int steps = 0; steps < 3 && at >= 0; steps++) {
      if (at == word) {
        return true;
      }
      if (!syntax.is(at, "obl", "conj", "nsubj", "nmod", "advcl")) {
        return false;
      }
      at = syntax.head(at);
    }
    return false;
  }

  private @Nullable Found countAt(Syntax syntax, int word) {
    int noun = TriggerFinder.object(syntax, word);
    if (noun < 0 && Set.of("die", "perish", "flee", "dead").contains(syntax.lemma(word))) {
      noun = syntax.child(word, "nsubj");
    }
    if (noun < 0) {
      noun = syntax.child(word, "nsubj:pass");
    }
    if (noun < 0 && (syntax.is(word, "xcomp", "amod", "acl") || syntax.isNoun(word))) {
      return number(syntax, word) != null ? number(syntax, word) : sibling(syntax, word);
    }
    if (syntax.is(word, "conj") && word > 0 && isNumber(syntax.lower(word - 1))) {
      return number(syntax, word - 1); // "ten killed and dozens wounded"
    }
    return noun < 0 ? null : sum(syntax, noun);
  }

  /** "two officers and a child" are three, if each has a number. */
  private @Nullable Found sum(Syntax syntax, int noun) {
    Found all = null;
    for (int one : syntax.conjuncts(noun)) {
      Found found = number(syntax, one);
      if (found == null) {
        return number(syntax, noun);
      }
      all = all == null ? found : plus(all, found);
    }
    return all;
  }

  private static Found plus(Found one, Found other) {
    Integer min = plus(one.count().min(), other.count().min());
    Integer max = plus(one.count().max(), other.count().max());
    return min == null && max == null
        ? one
        : new Found(new Count(min, max), one.words().cover(other.words()));
  }

  private static @Nullable Integer plus(@Nullable Integer one, @Nullable Integer other) {
    return one == null || other == null ? null : Integer.valueOf(one + other);
  }

  /** "between 30 and 40 rebels", "30 to 40 rebels", "30-40 rebels"; null when it is none. */
  private @Nullable Found range(Syntax syntax, int noun) {
    for (int high = noun - 1; high >= Math.max(2, noun - RANGE); high--) {
      Count most = value(syntax, high);
      Count least = most == null ? null : value(syntax, high - 2);
      String link = syntax.lower(high - 1);
      boolean between = high > 2 && syntax.lower(high - 3).equals("between");
      boolean linked = link.equals("and") ? between : LINKS.contains(link);
      if (most != null && least != null && linked && isRange(least, most)) {
        return new Found(
            new Count(least.min(), most.max()), syntax.range(between ? high - 3 : high - 2, noun));
      }
    }
    return null;
  }

  private static boolean isRange(Count least, Count most) {
    return least.min() != null && most.max() != null && least.min() < most.max();
  }

  /** "left five dead": the number beside the word. */
  private @Nullable Found sibling(Syntax syntax, int word) {
    int head = syntax.head(word);
    int object = head < 0 ? -1 : syntax.child(head, "obj");
    return object < 0 ? null : number(syntax, object);
  }

  /** The number in a noun phrase, with "at least", "more than", "dozens of". */
  private @Nullable Found number(Syntax syntax, int noun) {
    Found range = range(syntax, noun);
    int at = range == null ? numeral(syntax, noun) : -1;
    if (at < 0 || at > 0 && syntax.lower(at - 1).equals("no") && at == noun) {
      return range; // "no one"
    }
    Count count = value(syntax, at);
    if (count == null) {
      return null;
    }
    int first = at;
    String before = at > 1 ? syntax.lower(at - 2) + " " + syntax.lower(at - 1) : "";
    String word = at > 0 ? syntax.lower(at - 1) : "";
    int low = count.min() == null ? 0 : count.min();
    Integer high = count.max();
    boolean noFewer = at > 2 && syntax.lower(at - 3).equals("no");
    if (Set.of("at least", "more than", "fewer than", "less than", "up to").contains(before)) {
      first = noFewer ? at - 3 : at - 2;
      boolean atMost = !noFewer && !before.equals("at least") && !before.equals("more than");
      boolean beyond = before.equals("more than") && high != null && high == low;
      count =
          atMost
              ? new Count(null, high == null ? low : high)
              : new Count(beyond ? low + 1 : low, null);
    } else if (word.equals("over")) {
      first = at - 1;
      count = new Count(low + 1, null);
    }
    return new Found(count, syntax.range(first, Math.max(noun, at)));
  }

  private boolean isNumber(String word) {
    return numbers.containsKey(word) || Cardinals.value(word) != null;
  }

  private int numeral(Syntax syntax, int noun) {
    if (syntax.pos(noun).equals("CD") || isNumber(syntax.lower(noun))) {
      return noun;
    }
    for (int child : syntax.children(noun)) {
      if (syntax.is(child, "nummod", "amod", "det", "nmod")
          && child < noun
          && (syntax.pos(child).equals("CD") || isNumber(syntax.lower(child)))) {
        return child;
      }
    }
    int head = syntax.head(noun);
    boolean counted = head >= 0 && syntax.is(noun, "nmod") && syntax.counted(head) == noun;
    return counted && isNumber(syntax.lower(head)) ? head : -1;
  }

  private @Nullable Count value(Syntax syntax, int at) {
    Count named = numbers.get(syntax.lower(at));
    if (named != null) {
      return named;
    }
    Integer spelled = Cardinals.value(syntax.lower(at));
    if (spelled != null) {
      return new Count(spelled, spelled);
    }
    String digits = syntax.lower(at).replace(",", "");
    if (digits.isEmpty() || digits.length() > 8 || !digits.chars().allMatch(Character::isDigit)) {
      return null;
    }
    int value = Integer.parseInt(digits);
    return new Count(value, value);
  }
}
