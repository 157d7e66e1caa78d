package dateline.cli;

import dateline.Failure;
import dateline.io.JsonObjectLine;
import dateline.model.ArticleRecord;
import dateline.model.Provenance.Warning;
import dateline.store.RecordStore.Change;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a run has done so far, in numbers. Written by one thread, read by any. */
final class Tally {

  /** Warnings that say that the page as a whole was not read as asked: listed like failures. */
  private static final Set<String> SHORTFALLS = Set.of("not-english", "not-news");

  private volatile long pages;
  private volatile long failures;
  private long passedOver;
  private long statements;
  private long events;
  private long comments;
  private final Map<String, Long> reasons = new TreeMap<>();
  private final Map<String, Long> warnings = new TreeMap<>();
  private final Map<Change, Long> changes = new EnumMap<>(Change.class);

  static boolean isShortfall(Warning warning) {
    return SHORTFALLS.contains(warning.code());
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
  void read(ArticleRecord record) {
    pages++;
    statements += record.statements().size();
    events += record.events().size();
    comments += record.comments().size();
    for (Warning warning : record.provenance().warnings()) {
      warnings.merge(warning.code(), 1L, Long::sum);
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
  void failed(Failure failure) {
    failures++;
    reasons.merge(failure.reason(), 1L, Long::sum);
  }

  void passedOver() {
    passedOver++;
  }

  void saved(Change change) {
    changes.merge(change, 1L, Long::sum);
  }

  /** Inputs that have had their turn. */
  long done() {
    return pages + failures + passedOver;
  }

  long failures() {
    return failures;
  }

  boolean hasFailures() {
    return failures > 0;
  }

  /** A few lines for a person. */
  String summary() {
    StringBuilder text = new StringBuilder();
    text.append(count(pages, "page")).append(" read: ");
    text.append(count(statements, "statement")).append(", ");
    text.append(count(events, "event")).append(", ");
    text.append(count(comments, "comment")).append(" by readers.\n");
    if (passedOver > 0) {
      text.append(count(passedOver, "page")).append(" passed over: the store has them.\n");
    }
    if (failures > 0) {
      text.append(count(failures, "input")).append(" failed").append(list(reasons)).append('\n');
    }
    if (!warnings.isEmpty()) {
      text.append("Remarks").append(list(warnings)).append('\n');
    }
    return text.toString();
  }

  /** The same as {@link #summary} and {@link #changes}, for programs. */
  JsonObjectLine.Fields fields() {
    return line -> {
      line.writeNumberField("pages", pages);
      line.writeNumberField("passed_over", passedOver);
      line.writeNumberField("failed", failures);
      line.writeNumberField("statements", statements);
      line.writeNumberField("events", events);
      line.writeNumberField("comments", comments);
      line.writeObjectFieldStart("reasons");
      for (Map.Entry<String, Long> reason : reasons.entrySet()) {
        line.writeNumberField(reason.getKey(), reason.getValue());
      }
      line.writeEndObject();
      line.writeObjectFieldStart("changes");
      for (Map.Entry<Change, Long> change : changes.entrySet()) {
        line.writeNumberField(code(change.getKey()), change.getValue());
      }
      line.writeEndObject();
    };
  }

  private static String code(Change change) {
    return change.name().toLowerCase(Locale.ROOT);
  }

  /** How the store changed: "6 new, 2 unchanged". */
  String changes() {
    StringBuilder text = new StringBuilder();
    changes.forEach(
        (change, n) ->
            text.append(text.isEmpty() ? "" : ", ")
                .append(String.format(Locale.ROOT, "%,d ", n))
                .append(code(change)));
    return text.isEmpty() ? "nothing new" : text.toString();
  }

  /** Counts by code: ": bad-json 2, empty 1." */
  static String list(Map<String, Long> counts) {
    StringBuilder text = new StringBuilder();
    counts.forEach(
        (code, n) -> text.append(text.isEmpty() ? ": " : ", ").append(code).append(' ').append(n));
    return text.append('.').toString();
  }

  static String count(long n, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", n, noun, n == 1 ? "" : "s");
  }
}
