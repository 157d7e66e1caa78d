package dateline.time;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a pattern's notation: lower-case words and marks stand for themselves, {@code KINDS} in
 * capitals, {@code @name} for a named part, {@code ( a b | c )} for choices, {@code ?} after
 * anything makes it optional, {@code ~} before anything wants no blank before it, {@code a/b} is
 * one word or the other, {@code APOS} an apostrophe, {@code >} ends the time: what comes after it
 * must follow, but is no part of it. All are parted by blanks; {@code ?} and {@code ~} are written
 * on.
 */
final class PatternParser {

  private final Map<String, Piece> parts;
  private final Deque<String> symbols = new ArrayDeque<>();

  private PatternParser(Map<String, Piece> parts, String notation) {
    this.parts = parts;
    for (String symbol : notation.strip().split(" +")) {
      symbols.add(symbol);
    }
  }

  /**
   * @param parts what {@code @name} stands for
   * @throws IllegalArgumentException when the notation is wrong
   */
  static Piece parse(String notation, Map<String, Piece> parts) {
    PatternParser parser = new PatternParser(parts, notation);
    Piece piece = parser.choice();
    if (!parser.symbols.isEmpty()) {
      throw new IllegalArgumentException(
          "unexpected " + parser.symbols.peek() + " in the pattern " + notation);
    }
    return piece;
  }

  private Piece choice() {
    List<Piece> options = new ArrayList<>();
    options.add(sequence());
    while ("|".equals(symbols.peek())) {
      symbols.pop();
      options.add(sequence());
    }
    return options.size() == 1 ? options.get(0) : new Piece.Choice(List.copyOf(options));
  }

  private Piece sequence() {
    List<Piece> sequence = new ArrayList<>();
    while (!symbols.isEmpty() && !"|".equals(symbols.peek()) && !isClose(symbols.peek())) {
      sequence.add(item(symbols.pop()));
    }
    return sequence.size() == 1 ? sequence.get(0) : new Piece.Sequence(List.copyOf(sequence));
  }

  private static boolean isClose(String symbol) {
    return symbol.equals(")") || symbol.equals(")?");
  }

  private Piece item(String symbol) {
    if (symbol.equals("(")) {
      Piece inner = choice();
      String close = symbols.isEmpty() ? "" : symbols.pop();
      if (!isClose(close)) {
        throw new IllegalArgumentException("a bracket is left open");
      }
      return close.endsWith("?") ? optional(inner) : inner;
    }
    boolean optional = symbol.length() > 1 && symbol.endsWith("?");
    String name = optional ? symbol.substring(0, symbol.length() - 1) : symbol;
    Piece piece = single(name);
    return optional ? optional(piece) : piece;
  }

  private Piece single(String name) {
    boolean glued = name.length() > 1 && name.startsWith("~");
    String bare = glued ? name.substring(1) : name;
    if (bare.startsWith("@")) {
      Piece part = parts.get(bare.substring(1));
      if (part == null) {
        throw new IllegalArgumentException("no part is called " + bare);
      }
      return part;
    }
    if (bare.equals(">")) {
      return new Piece.End();
    }
    if (bare.equals("APOS")) {
      return new Piece.Literal(Set.of("'", "’", "‘", "`"), glued);
    }
    boolean kind = Character.isUpperCase(bare.charAt(0));
    return kind
        ? new Piece.Of(Kind.valueOf(bare), glued)
        : new Piece.Literal(Set.of(bare.split("/(?=.)")), glued);
  }

  private static Piece optional(Piece piece) {
    return new Piece.Choice(List.of(piece, new Piece.Sequence(List.of())));
  }
}
