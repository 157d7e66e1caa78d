package dateline.time;

import java.util.ArrayList;
import java.util.List;

/**
 * A rule's match.
 *
 * @param first index of its first lexeme
 * @param end index after its last lexeme
 * @param all what it captured, in text order, what must follow it included
 */
record Match(Rule rule, Lexemes lexemes, int first, int end, List<Captured> all) {

  static Match of(Rule rule, Lexemes lexemes, int first, Pattern.State state) {
    List<Captured> all = new ArrayList<>();
    for (Captured at = state.captured(); at != null; at = at.before()) {
      all.add(0, at);
    }
    return new Match(rule, lexemes, first, state.end(), List.copyOf(all));
  }

  boolean has(Kind kind) {
    return !value(kind).isEmpty();
  }

  /** The first value of a kind; "" when there is none. */
  String value(Kind kind) {
    for (Captured captured : all) {
      if (captured.kind() == kind) {
        return captured.value();
      }
    }
    return "";
  }

  /** The first value of a kind as a number, or {@code otherwise}. */
  int number(Kind kind, int otherwise) {
    String value = value(kind);
    return value.isEmpty() ? otherwise : Integer.parseInt(value);
  }

  /** Whether a word stands in it. */
  boolean says(String form) {
    for (int at = first; at < end; at++) {
      if (lexemes.form(at).equals(form)) {
        return true;
      }
    }
    return false;
  }
}
