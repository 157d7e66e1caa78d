package dateline.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words that match an entry.
 *
 * @param head position of the verb or event noun
 * @param words positions of all trigger words, ascending
 * @param object position of the object or prepositional object that the entry takes, or -1
 * @param lightVerb position of the light verb that governs an event noun, or -1
 * @param light what that verb does, or null
 */
record Trigger(
    TriggerEntry entry,
    int head,
    List<Integer> words,
    int object,
    int lightVerb,
    TriggerLexicon.@Nullable LightVerb light) {

  boolean isNominal(Syntax syntax) {
    return syntax.isNoun(head) || lightVerb >= 0;
  }

  /** Position of the word that heads the event's clause. */
  int clause() {
    return lightVerb >= 0 ? lightVerb : head;
  }
}
