package dateline.model;

import dateline.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who said what.
 *
 * @param content what is attributed: one or more ranges, marks of quotation included
 * @param cue the words that attribute; empty when there are none
 * @param source the words for who says it; may be a pronoun; empty when there are none
 * @param speaker id of the actor that the source stands for; null when unknown
 * @param addressee id of the actor spoken to
 * @param venue where or through what it was said
 * @param date when it was said
 * @param partOf id of the statement that this one continues ("adding that …")
 * @param within id of the statement inside whose content this one stands (a claim about a claim)
 */
public record Statement(
    String id,
    Kind kind,
    Type type,
    List<Span> content,
    List<Span> cue,
    List<Span> source,
    @Nullable String speaker,
    @Nullable String addressee,
    @Nullable Venue venue,
    @Nullable Resolved date,
    @Nullable String partOf,
    @Nullable String within,
    double confidence) {

  public Statement {
    content = List.copyOf(content);
    cue = List.copyOf(cue);
    source = List.copyOf(source);
    confidence = Confidence.of(confidence);
  }

  /** How much of the content stands in quotation marks: all, none, part. */
  public enum Kind implements Coded {
    DIRECT,
    INDIRECT,
    MIXED
  }

  /** The Penn Discourse Treebank's types of attribution (PDTB 2.0 annotation manual, section 5). */
  public enum Type implements Coded {
    COMMUNICATION,
    ATTITUDE,
    FACTIVE,
    CONTROL
  }

  /** The words that name the speech, interview, broadcast … */
  public record Venue(List<Span> span) {

    public Venue {
      span = List.copyOf(span);
    }
  }
}
