package dateline.time;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A pattern over lexemes: words, kinds, sequences, choices and optional parts; no repetition, so
 * that a match is never longer than the pattern.
 */
final class Pattern {

  /**
   * A way to match so far.
   *
   * @param at the lexeme to read next
   * @param marked index after the time's last lexeme when its end is marked, else -1
   * @param captured what was captured last
   */
  record State(int at, int marked, @Nullable Captured captured) {

    /** Index after the time's last lexeme. */
    int end() {
      return marked >= 0 ? marked : at;
    }
  }

  private final Piece root;

  Pattern(Piece root) {
    this.root = root;
  }

  /** Every way to match from a lexeme on. */
  List<State> match(Reader reader, Lexemes lexemes, int at) {
    return match(root, reader, lexemes, new State(at, -1, null));
  }

  private static List<State> match(Piece piece, Reader reader, Lexemes lexemes, State from) {
    if (piece instanceof Piece.Literal literal) {
      Lexeme lexeme = lexemes.at(from.at());
      boolean fits =
          literal.forms().contains(lexeme.form()) && (!literal.glued() || lexeme.glued());
      return fits ? List.of(new State(from.at() + 1, from.marked(), from.captured())) : List.of();
    }
    if (piece instanceof Piece.Of of) {
      if (of.glued() && !lexemes.glued(from.at())) {
        return List.of();
      }
      Reading reading = reader.read(of.kind(), lexemes, from.at());
      return reading == null
          ? List.of()
          : List.of(
              new State(
                  reading.end(),
                  from.marked(),
                  new Captured(of.kind(), reading.value(), from.at(), from.captured())));
    }
    if (piece instanceof Piece.End) {
      return List.of(new State(from.at(), from.at(), from.captured()));
    }
    if (piece instanceof Piece.Choice choice) {
      List<State> found = new ArrayList<>();
      for (Piece option : choice.options()) {
        found.addAll(match(option, reader, lexemes, from));
      }
      return found;
    }
    List<State> states = List.of(from);
    for (Piece part : ((Piece.Sequence) piece).parts()) {
      states = matchAll(part, reader, lexemes, states);
      if (states.isEmpty()) {
        break;
      }
    }
    return states;
  }

  private static List<State> matchAll(
      Piece part, Reader reader, Lexemes lexemes, List<State> states) {
    if (states.size() == 1) {
      return match(part, reader, lexemes, states.get(0));
    }
    List<State> next = new ArrayList<>();
    for (State state : states) {
      next.addAll(match(part, reader, lexemes, state));
    }
    return next;
  }

  /** The words and kinds that a match can begin with. */
  Firsts firsts() {
    Firsts firsts = new Firsts(new HashSet<>(), EnumSet.noneOf(Kind.class));
    if (addFirsts(root, firsts)) {
      throw new IllegalArgumentException("a pattern must not match nothing: " + root);
    }
    return firsts;
  }

  record Firsts(Set<String> forms, Set<Kind> kinds) {}

  /** Returns whether the piece can match nothing. */
  private static boolean addFirsts(Piece piece, Firsts firsts) {
    if (piece instanceof Piece.Literal literal) {
      firsts.forms().addAll(literal.forms());
      return false;
    }
    if (piece instanceof Piece.Of of) {
      firsts.kinds().add(of.kind());
      return false;
    }
    if (piece instanceof Piece.End) {
      return true;
    }
    if (piece instanceof Piece.Choice choice) {
      boolean empty = false;
      for (Piece option : choice.options()) {
        empty |= addFirsts(option, firsts);
      }
      return empty;
    }
    for (Piece part : ((Piece.Sequence) piece).parts()) {
      if (!addFirsts(part, firsts)) {
        return false;
      }
    }
    return true;
  }
}
