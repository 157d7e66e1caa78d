package dateline.language;

import dateline.text.CharRange;
import dateline.text.CodePoints;
import dateline.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * An article's text with its paragraphs, sentences, tokens and entities: what every subject reads.
 * Immutable.
 *
 * <p>Offsets here are UTF-16 units ({@link CharRange}); {@link #codePoints()} turns them into the
 * record's {@link Span}s. All lists are in text order. Tokens never overlap and never cross a
 * sentence; every token is in a sentence.
 */
public final class Analysis {

  private final CodePoints codePoints;
  private final List<CharRange> paragraphs;
  private final List<Sentence> sentences;
  private final List<Token> tokens;
  private final List<Entity> entities;
  private final RoleScores roles;
  private final EventScores events;
  private final int report;

  public Analysis(
      CodePoints codePoints,
      List<CharRange> paragraphs,
      List<Sentence> sentences,
      List<Token> tokens,
      List<Entity> entities,
      RoleScores roles) {
    this(codePoints, paragraphs, sentences, tokens, entities, roles, EventScores.NONE, 0);
  }

  /**
   * @param report where the report begins, after a dateline, in UTF-16 units; 0 without one
   */
  public Analysis(
      CodePoints codePoints,
      List<CharRange> paragraphs,
      List<Sentence> sentences,
      List<Token> tokens,
      List<Entity> entities,
      RoleScores roles,
      EventScores events,
      int report) {
    this.codePoints = codePoints;
    this.paragraphs = List.copyOf(paragraphs);
    this.sentences = List.copyOf(sentences);
    this.tokens = List.copyOf(tokens);
    this.entities = List.copyOf(entities);
    this.roles = roles;
    this.events = events;
    this.report = report;
  }

  /** Where the report begins, after a dateline, in UTF-16 units; 0 without one. */
  public int report() {
    return report;
  }

  public String text() {
    return codePoints.text();
  }

  public CodePoints codePoints() {
    return codePoints;
  }

  public List<CharRange> paragraphs() {
    return paragraphs;
  }

  public List<Sentence> sentences() {
    return sentences;
  }

  public List<Token> tokens() {
    return tokens;
  }

  public List<Token> tokens(Sentence sentence) {
    return tokens.subList(sentence.firstToken(), sentence.endToken());
  }

  public List<Entity> entities() {
    return entities;
  }

  /** What the encoder says about attribution; {@link RoleScores#NONE} when no model has read it. */
  public RoleScores roles() {
    return roles;
  }

  /** What the encoder says about events; {@link EventScores#NONE} when no model has read it. */
  public EventScores events() {
    return events;
  }

  /** Whether a model has tagged the tokens. */
  public boolean isTagged() {
    return !tokens.isEmpty() && tokens.get(0).head() >= 0;
  }

  /**
   * The sentence at a UTF-16 offset; the nearest one before it when the offset is between
   * sentences.
   */
  public Sentence sentenceAt(int offset) {
    int low = 0;
    int high = sentences.size() - 1;
    while (low < high) {
      int mid = (low + high + 1) >>> 1;
      if (sentences.get(mid).range().start() <= offset) {
        low = mid;
      } else {
        high = mid - 1;
      }
    }
    return sentences.get(low);
  }

  public Sentence sentenceOf(Token token) {
    return sentenceAt(token.start());
  }

  /**
   * Index of the first token that ends after a UTF-16 offset; {@code tokens().size()} when there is
   * none.
   */
  public int tokenAt(int offset) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (tokens.get(mid).end() > offset) {
        high = mid;
      } else {
        low = mid + 1;
      }
    }
    return low;
  }

  /** The tokens that share at least one unit with a range. */
  public List<Token> tokensIn(CharRange range) {
    int from = tokenAt(range.start());
    int to = from;
    while (to < tokens.size() && tokens.get(to).start() < range.end()) {
      to++;
    }
    return tokens.subList(from, to);
  }

  /** The range from one token's start to the end of the token before {@code endToken}. */
  public CharRange range(int firstToken, int endToken) {
    return new CharRange(tokens.get(firstToken).start(), tokens.get(endToken - 1).end());
  }

  /** The token's direct dependents, in text order. */
  public List<Token> children(Token token) {
    Sentence sentence = sentenceOf(token);
    List<Token> children = new ArrayList<>();
    for (Token other : tokens(sentence)) {
      if (other.head() == token.index() && other.index() != token.index()) {
        children.add(other);
      }
    }
    return children;
  }

  public Span span(CharRange range) {
    return codePoints.span(range);
  }
}
