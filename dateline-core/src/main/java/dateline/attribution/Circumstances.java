package dateline.attribution;

import dateline.attribution.ReportingVerbs.Verb;
import dateline.language.Sentence;
import dateline.language.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is spoken to and where or through what, by the words after the cue. */
final class Circumstances {

  private static final Set<String> PLACES =
      Set.of("in", "on", "at", "during", "via", "through", "to", "with", "by", "from");
  private static final Set<String> ENDS =
      Set.of(
          ",", ".", ";", ":", "—", "–", "?", "!", "that", "when", "while", "after", "before",
          "because", "as", "who", "which", "but", "if", "about", "whether");
  private static final Set<String> DAYS =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "yesterday",
          "today",
          "tonight",
          "earlier",
          "last",
          "late",
          "early");

  private static final Set<String> OPENINGS =
      Set.of(
          "in", "on", "at", "during", "via", "through", "with", "speaking", "talking", "writing");

  private final Sketch sketch;
  private final ReportingVerbs verbs;

  Circumstances(Sketch sketch, ReportingVerbs verbs) {
    this.sketch = sketch;
    this.verbs = verbs;
  }

  /** "a speech to citizens broadcast by state TV"; empty when none is named after the cue. */
  List<Words> venue(Parts parts) {
    if (parts.cue().isEmpty()) {
      return List.of();
    }
    int from = afterCue(parts);
    List<Words> after = venue(from, limit(parts, from));
    Words opening = opening(parts);
    return !after.isEmpty() || opening == null ? after : venue(opening.first(), opening.end());
  }

  private List<Words> venue(int from, int limit) {
    for (int i = from; i + 1 < limit; i++) {
      if (PLACES.contains(sketch.lower(i))) {
        int noun = venueNoun(i + 1, limit);
        if (noun >= 0) {
          return trimmed(i + 1, venueEnd(noun + 1, limit));
        }
      }
    }
    return List.of();
  }

  /**
   * "In a letter to the council, the mayor wrote": the phrase that opens the cue's sentence, up to
   * its comma; null when the sentence opens otherwise, or the phrase is content.
   */
  private @Nullable Words opening(Parts parts) {
    int cue = parts.cue().get(0).first();
    int first = sketch.sentence(cue).firstToken();
    boolean opens = OPENINGS.contains(sketch.lower(first));
    int end = first;
    while (end < cue && !sketch.token(end).text().equals(",")) {
      end++;
    }
    if (!opens || end >= cue || end == first) {
      return null;
    }
    Words opening = new Words(first, end);
    boolean own =
        parts.content().stream().anyMatch(opening::overlaps)
            || parts.source().stream().anyMatch(opening::overlaps);
    return own ? null : opening;
  }

  /** The first venue noun of the phrase that starts here; -1 when the phrase ends before one. */
  private int venueNoun(int from, int limit) {
    for (int i = from; i < Math.min(limit, from + 8); i++) {
      String word = sketch.lower(i);
      if (ENDS.contains(word) || i > from && PLACES.contains(word)) {
        return -1;
      }
      if (verbs.isVenue(word) && !isVerb(i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isVerb(int i) {
    return sketch.token(i).pos().startsWith("VB");
  }

  private int venueEnd(int from, int limit) {
    int end = from;
    while (end < limit && !ENDS.contains(sketch.lower(end)) && !isTime(end)) {
      end++;
    }
    return end;
  }

  /** "on Tuesday", "last week". */
  private boolean isTime(int i) {
    return DAYS.contains(sketch.lower(i))
        || sketch.lower(i).equals("on")
            && i + 1 < sketch.size()
            && DAYS.contains(sketch.lower(i + 1));
  }

  /** "reporters" of "told reporters", "in a letter to reporters", "in an interview with …". */
  List<Words> addressee(Parts parts) {
    if (parts.cue().isEmpty()) {
      return List.of();
    }
    int last = parts.cue().get(parts.cue().size() - 1).end() - 1;
    int from = afterCue(parts);
    int limit = limit(parts, from);
    int at = verbOf(parts);
    Verb verb = verbs.verb(sketch.lower(at));
    if (verb != null && verb.takes("addressee")) {
      List<Words> told = toldInPassive(at);
      return told.isEmpty() ? nounPhrase(Math.max(from, last + 1), limit) : told;
    }
    boolean spokenTo = verb != null && last > at && isVerb(at);
    if (spokenTo && Set.of("to", "with").contains(sketch.lower(last))) {
      return nounPhrase(last + 1, limit);
    }
    List<Words> after = addressee(from, limit);
    Words opening = opening(parts);
    return !after.isEmpty() || opening == null ? after : addressee(opening.first(), opening.end());
  }

  private List<Words> addressee(int from, int limit) {
    for (int i = from; i + 1 < limit; i++) {
      boolean to = sketch.lower(i).equals("to") || sketch.lower(i).equals("with");
      if (to && i > 0 && (isSpeaking(i - 1) || verbs.isVenue(sketch.lower(i - 1)))) {
        return nounPhrase(i + 1, limit);
      }
    }
    return List.of();
  }

  /** "He" of "He was told that …". */
  private List<Words> toldInPassive(int verb) {
    return sketch.syntax.children(verb).stream()
        .filter(child -> child.relation().equals("nsubj:pass"))
        .map(child -> sketch.syntax.extent(child.index()))
        .filter(subject -> subject.end() <= verb)
        .limit(1)
        .toList();
  }

  private boolean isSpeaking(int i) {
    return Set.of("speaking", "talking", "said", "says", "saying", "spoke", "wrote", "writing")
        .contains(sketch.lower(i));
  }

  private int verbOf(Parts parts) {
    for (Words words : parts.cue()) {
      for (int i = words.first(); i < words.end(); i++) {
        Verb verb = verbs.verb(sketch.lower(i));
        if (verb != null) {
          return i;
        }
      }
    }
    return parts.cue().get(0).first();
  }

  private List<Words> nounPhrase(int from, int limit) {
    int end = from;
    while (end < limit && isNominal(end)) {
      end++;
    }
    if (end - from > 1 && end < limit && sketch.lower(end).equals("by")) {
      end--; // "citizens broadcast by": a participle read as a noun
    }
    boolean found = end > from && !sketch.lower(from).equals("that");
    return found ? List.of(new Words(from, end)) : List.of();
  }

  private boolean isNominal(int i) {
    Token token = sketch.token(i);
    if (ENDS.contains(token.lower()) || isTime(i) || sketch.quotations.isInside(i)) {
      return false;
    }
    String pos = token.pos();
    return pos.startsWith("NN")
        || pos.startsWith("PRP")
        || Set.of("DT", "JJ", "POS", "CD", "HYPH").contains(pos)
        || pos.isEmpty() && Character.isUpperCase(token.text().codePointAt(0));
  }

  /** Index after the cue, or after a source that follows it. */
  private static int afterCue(Parts parts) {
    int after = parts.cue().get(0).first() + 1;
    for (Words source : parts.source()) {
      if (source.first() >= after && source.first() - after <= 2) {
        after = source.end();
      }
    }
    return after;
  }

  /** End of the cue's clause: the sentence's end, a quotation, or the content. */
  private int limit(Parts parts, int from) {
    if (from >= sketch.size()) {
      return from;
    }
    Sentence sentence = sketch.sentence(from - 1);
    int limit = from;
    while (limit < sentence.endToken() && !sketch.quotations.isInside(limit)) {
      limit++;
    }
    for (Words content : parts.content()) {
      if (content.first() >= from) {
        limit = Math.min(limit, content.first());
      }
    }
    return limit;
  }

  private List<Words> trimmed(int first, int end) {
    List<Words> trimmed = new ArrayList<>();
    if (first < end) {
      trimmed.addAll(sketch.trimmed(new Words(first, end)));
    }
    return trimmed;
  }
}
