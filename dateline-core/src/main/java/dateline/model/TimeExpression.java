package dateline.model;

import dateline.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A temporal expression, after TimeML's TIMEX3.
 *
 * @param value TIMEX3 value ("2020-11-17", "P3D", "XXXX-WXX-5"); null when it can't be told
 * @param mod TIMEX3 modifier (START, MID, END, APPROX, BEFORE …), or null
 * @param anchor what the value was worked out from: {@code published}; {@code dateline} when the
 *     day at the dateline's place and time is another; id of another time; or null when absolute
 * @param method the rule that resolved it
 */
public record TimeExpression(
    String id,
    List<Span> span,
    Type type,
    @Nullable String value,
    @Nullable String mod,
    @Nullable String anchor,
    @Nullable String method,
    double confidence) {

  public TimeExpression {
    span = List.copyOf(span);
    confidence = Confidence.of(confidence);
  }

  /** TIMEX3 types. */
  public enum Type implements Coded {
    DATE,
    TIME,
    DURATION,
    SET;

    @Override
    public String code() {
      return name();
    }
  }
}
