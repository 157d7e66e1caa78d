package dateline.corpus;

import dateline.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is true about a stretch of a report.
 *
 * @param what it is
 * @param key of the happening's event, statement or person: the same in every report of it
 * @param span code points into the report's text
 * @param proof an event's trigger, a statement's content, a person's name
 * @param altered whether words of a quote were changed
 * @param speaker key of the person who makes the statement, or who is named
 */
public record Mark(
    What what, String key, Span span, List<Span> proof, boolean altered, @Nullable String speaker) {

  /** What is marked. */
  public enum What {
    /** The sentence that tells the event. */
    EVENT,
    /** The sentence or sentences that tell the statement. */
    STATEMENT,
    PERSON
  }

  public Mark {
    proof = List.copyOf(proof);
  }

  Mark shifted(int by) {
    return new Mark(
        what,
        key,
        shift(span, by),
        proof.stream().map(each -> shift(each, by)).toList(),
        altered,
        speaker);
  }

  private static Span shift(Span span, int by) {
    return new Span(span.start() + by, span.end() + by);
  }
}
