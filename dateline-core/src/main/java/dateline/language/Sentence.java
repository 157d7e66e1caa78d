package dateline.language;

import dateline.text.CharRange;

/**
 * One sentence; it lies in one paragraph.
 *
 * @param index position in {@link Analysis#sentences()}
 * @param paragraph number of its paragraph
 * @param range UTF-16 units, from its first to its last token
 * @param firstToken index of its first token
 * @param endToken index after its last token
 */
public record Sentence(int index, int paragraph, CharRange range, int firstToken, int endToken) {}
