package dateline.time;

/**
 * A run of letters, a run of digits or one symbol: finer than a token, so that "November10",
 * "mid-1990s" and "9:30pm" fall into their parts.
 *
 * @param form lower case
 * @param start UTF-16 units into the text
 * @param end unit after the last
 * @param glued whether nothing stands between it and the lexeme before
 * @param capital whether its first letter is a capital
 * @param opening whether it is the first word of its sentence
 */
record Lexeme(String form, int start, int end, boolean glued, boolean capital, boolean opening) {

  boolean isNumber() {
    char first = form.charAt(0);
    return first >= '0' && first <= '9';
  }

  boolean isWord() {
    return Character.isLetter(form.codePointAt(0));
  }
}
