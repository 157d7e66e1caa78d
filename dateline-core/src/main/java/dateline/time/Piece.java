package dateline.time;

import java.util.List;
import java.util.Set;

/** A part of a rule's pattern. */
sealed interface Piece {

  /** One of some words, as printed in lower case. */
  record Literal(Set<String> forms, boolean glued) implements Piece {}

  /** A kind, captured. */
  record Of(Kind kind, boolean glued) implements Piece {}

  /** Where the time ends and what must follow it begins. */
  record End() implements Piece {}

  record Sequence(List<Piece> parts) implements Piece {}

  /** One of some; an empty sequence among them makes it optional. */
  record Choice(List<Piece> options) implements Piece {}
}
