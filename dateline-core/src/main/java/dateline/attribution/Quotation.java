package dateline.attribution;

/**
 * A stretch in quotation marks, in one paragraph.
 *
 * @param words its tokens, the marks included
 * @param open whether no mark closes it: it runs to the end of its paragraph
 * @param resumes whether it goes on from an open quotation of the paragraph before
 */
record Quotation(Words words, boolean open, boolean resumes) {

  /** Tokens between the marks; marks count as one token. */
  int inside() {
    return words.end() - words.first() - (open ? 1 : 2);
  }
}
