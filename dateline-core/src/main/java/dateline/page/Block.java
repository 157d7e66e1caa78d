package dateline.page;

/**
 * A run of text without a block border in it: a paragraph, a heading, an item, a cell.
 *
 * @param box the innermost box around it
 * @param text white space collapsed, no outer white space
 * @param linked how many of its characters stand in links
 */
record Block(Box box, String text, int linked) {

  boolean isHeading() {
    String tag = box.tag;
    return tag.length() == 2
        && tag.charAt(0) == 'h'
        && tag.charAt(1) >= '1'
        && tag.charAt(1) <= '6';
  }

  double linkDensity() {
    return linked / (double) Math.max(1, text.length());
  }
}
