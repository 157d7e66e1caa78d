package dateline.language;

import dateline.text.CharRange;

/**
 * A named entity that the encoder marked.
 *
 * @param firstToken index of its first token
 * @param endToken index after its last token
 * @param range its words in UTF-16 units
 * @param confidence mean probability of its tags, 0 to 1
 */
public record Entity(
    EntityType type, int firstToken, int endToken, CharRange range, double confidence) {}
