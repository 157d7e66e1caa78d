package dateline.cli;

import dateline.Failure;
import dateline.model.ArticleRecord;
import dateline.model.Provenance.Warning;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a run has done so far, in numbers. Written by one thread, read by any. */
final class Tally {

  private volatile long pages;
  private volatile long failures;
  private long statements;
  private long events;
  private long comments;
  private final Map<String, Long> reasons = new TreeMap<>();
  private final Map<String, Long> warnings = new TreeMap<>();

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

  long pages() {
    return pages;
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
    text.append(count(comments, "comment")).append(".\n");
    if (failures > 0) {
      text.append(count(failures, "input")).append(" failed:").append(list(reasons));
    }
    if (!warnings.isEmpty()) {
      text.append("Warnings:").append(list(warnings));
    }
    return text.toString();
  }

  private static String list(Map<String, Long> counts) {
    StringBuilder text = new StringBuilder();
    counts.forEach(
        (code, n) -> text.append(text.isEmpty() ? " " : ", ").append(code).append(' ').append(n));
    return text.append(".\n").toString();
  }

  static String count(long n, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", n, noun, n == 1 ? "" : "s");
  }
}
