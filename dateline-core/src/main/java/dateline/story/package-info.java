/**
 * Across articles: near copies, stories, the same statement, the same event. Pure functions over
 * records and digests of them; where the state lies is somebody else's matter ({@link
 * dateline.story.StoryState}).
 *
 * <p>Which articles belong together depends on the articles alone, never on the order in which they
 * came: clusters are the connected components of relations between two articles, and what is made
 * of a story's articles is a function of their set.
 */
@NullMarked
package dateline.story;

import org.jspecify.annotations.NullMarked;
