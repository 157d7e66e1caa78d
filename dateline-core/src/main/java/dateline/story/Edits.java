package dateline.story;

import dateline.model.ArticleRecord;
import dateline.model.Event;
import dateline.model.Event.Count;
import dateline.model.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an outlet changed between two revisions of an article: quotes and numbers of people. */
public final class Edits {

  /** An outlet that says so: "Correction: an earlier version …", "This article was amended". */
  private static final Pattern ADMITTED =
      Pattern.compile(
          "(?i)\\bcorrections?\\s*[:–—-]|\\b(?:an|the) (?:earlier|previous) version\\b"
              + "|\\b(?:has|have) been (?:corrected|amended|updated)\\b"
              + "|\\bwas (?:corrected|amended)\\b");

  private Edits() {}

  /**
   * A change.
   *
   * @param what {@code quote}, or what a number counts: killed, injured, arrested, displaced
   * @param difference word by word, for a quote; empty for a number
   * @param isAdmitted whether the later revision says that something was corrected
   */
  public record Edit(
      String what,
      String before,
      String after,
      List<WordDiff.Piece> difference,
      boolean isAdmitted) {

    public Edit {
      difference = List.copyOf(difference);
    }
  }

  /** Changes in the order of the later revision's text; what was only added or left out is none. */
  public static List<Edit> between(ArticleRecord earlier, ArticleRecord later) {
    Told before = new Told(earlier, 0);
    Told after = new Told(later, 0);
    boolean admitted = isAdmitted(earlier, later);
    List<Edit> edits = new ArrayList<>();
    List<String> quotesBefore = quotes(before);
    List<String> quotesAfter = quotes(after);
    for (String quote : quotesAfter) {
      String changed = contradicted(quote, quotesBefore);
      if (changed != null && !quotesBefore.contains(quote)) {
        edits.add(new Edit("quote", changed, quote, WordDiff.of(changed, quote), admitted));
      }
    }
    Map<String, String> numbersBefore = numbers(earlier);
    numbers(later)
        .forEach(
            (key, value) -> {
              String old = numbersBefore.get(key);
              if (old != null && !old.equals(value)) {
                String what = key.substring(key.indexOf('|') + 1);
                edits.add(new Edit(what, old, value, List.of(), admitted));
              }
            });
    return edits;
  }

  /** Whether the later revision says that something was corrected. */
  static boolean isAdmitted(ArticleRecord earlier, ArticleRecord later) {
    return ADMITTED.matcher(later.article().text()).results().count()
        > ADMITTED.matcher(earlier.article().text()).results().count();
  }

  private static List<String> quotes(Told told) {
    List<String> quotes = new ArrayList<>();
    for (Statement statement : told.record.statements()) {
      String quoted = statement.kind() == Statement.Kind.INDIRECT ? "" : told.printed(statement);
      if (!quoted.isBlank()) {
        quotes.add(quoted.strip());
      }
    }
    return quotes;
  }

  private static @Nullable String contradicted(String quote, List<String> others) {
    List<String> words = Words.of(quote);
    for (String other : others) {
      if (Wordings.of(Words.of(other), words) == Wordings.CONTRADICT) {
        return other;
      }
    }
    return null;
  }

  /** Numbers of people by the event's type and what they count; the first of each counts. */
  private static Map<String, String> numbers(ArticleRecord record) {
    Map<String, String> numbers = new LinkedHashMap<>();
    for (Event event : record.events()) {
      add(numbers, event, "killed", event.harm().killed());
      add(numbers, event, "injured", event.harm().injured());
      add(numbers, event, "arrested", event.harm().arrested());
      add(numbers, event, "displaced", event.harm().displaced());
    }
    return numbers;
  }

  private static void add(
      Map<String, String> numbers, Event event, String what, @Nullable Count count) {
    if (count != null) {
      numbers.putIfAbsent(event.type() + "|" + what, SameEvents.value(count));
    }
  }
}
