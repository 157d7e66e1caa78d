package dateline.attribution;

import dateline.attribution.ReportingVerbs.Verb;
import dateline.language.Sentence;
import dateline.language.Token;
import dateline.model.Statement.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads attributions by reporting verbs, quotation marks and, when the text is tagged, syntax. One
 * instance reads one text.
 */
final class GrammarReader {

  /** Farther from its quotation than this many tokens, a cue is not looked for. */
  private static final int REACH = 40;

  /** Words in the name of a transcript's speaker. */
  private static final int MOST_NAMES = 4;

  private static final Set<String> BEFORE_CUE = Set.of("aux", "advmod");
  private static final Set<String> DASHES = Set.of("―", "—", "–", "-", "--");

  private static final Set<String> NOUN_TAGS =
      Set.of("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "POS", "CD", "HYPH");

  /** A verb that attributes, where it stands and who is its subject. */
  private record Cue(int at, Verb verb, @Nullable Words source, boolean continues) {}

  private final Sketch sketch;
  private final ReportingVerbs verbs;
  private final boolean tagged;
  private final List<Cue> cues = new ArrayList<>();

  /** Quotations that go on from the one before, with its cue. */
  private final Map<Quotation, Integer> followed = new HashMap<>();

  private final Map<Integer, List<Words>> quoted = new LinkedHashMap<>();

  GrammarReader(Sketch sketch, ReportingVerbs verbs) {
    this.sketch = sketch;
    this.verbs = verbs;
    this.tagged = sketch.analysis.isTagged();
  }

  private void scan() {
    for (Sentence sentence : sketch.analysis.sentences()) {
      findCues(sentence);
    }
    assignQuotations();
  }

  /**
   * A quotation with what attributes it by its place.
   *
   * @param parts the quotation as content, with its cue and source
   * @param close whether nothing stands between the quotation and what attributes it
   * @param signed whether its name follows it after a dash, as under a letter
   */
  record Attributed(Parts parts, boolean close, boolean signed) {}

  /** In the order of the quotations; those that nothing attributes are left out. */
  List<Attributed> quotations() {
    scan();
    List<Attributed> attributed = new ArrayList<>();
    for (Quotation quotation : sketch.quotations.all()) {
      Parts signed = signature(quotation);
      int own = cueOf(quotation);
      int cue = own >= 0 ? own : followed.getOrDefault(quotation, -1);
      if (signed != null) {
        attributed.add(new Attributed(signed, true, true));
      } else if (cue >= 0) {
        Words content = withConjunction(quotation.words(), cues.get(cue).at());
        attributed.add(
            new Attributed(
                parts(cues.get(cue), List.of(content)),
                own >= 0 && isClose(content, cues.get(cue)),
                false));
      }
    }
    return attributed;
  }

  /** Whether only marks part a quotation from its cue or the cue's source. */
  private boolean isClose(Words quotation, Cue cue) {
    return cue.source() != null
        && (gap(quotation, cueWords(cue.at())) || gap(quotation, cue.source()));
  }

  private boolean gap(Words a, Words b) {
    int from = Math.min(a.end(), b.end());
    int to = Math.max(a.first(), b.first());
    for (int i = from; i < to; i++) {
      if (i - from > 3 || sketch.isWord(i)) {
        return false;
      }
    }
    return true;
  }

  /** "…” — Ana Lopez": a dash and a name after a quotation, to the end of the paragraph. */
  private @Nullable Parts signature(Quotation quotation) {
    int dash = quotation.words().end();
    if (dash + 1 >= sketch.size() || !DASHES.contains(sketch.token(dash).text())) {
      return null;
    }
    Sentence sentence = sketch.sentence(dash);
    int end = dash + 1;
    while (end < sentence.endToken() && isName(end)) {
      end++;
    }
    boolean name = end > dash + 1 && end - dash <= 9 && isNameStart(dash + 1);
    boolean last = phraseEnd(dash + 1, sentence.endToken()) >= sentence.endToken() - 1;
    return name && last
        ? new Parts(
            sketch.trimmed(new Words(dash + 1, end)),
            List.of(new Words(dash, dash + 1)),
            List.of(quotation.words()),
            false,
            0.8)
        : null;
  }

  /**
   * The turns of a transcript: paragraphs that open with a name in capitals and a colon, each to
   * the next one's beginning or the end of its paragraph. One alone is a headline, not a turn.
   */
  List<Parts> turns() {
    List<Parts> turns = new ArrayList<>();
    for (Sentence sentence : sketch.analysis.sentences()) {
      int first = sentence.firstToken();
      boolean opens = sentence.index() == 0 || paragraphBefore(sentence) != sentence.paragraph();
      int name = opens && Quotations.isMark(sketch.token(first).text()) ? first + 1 : first;
      int colon = opens ? turnColon(name, sentence.endToken()) : -1;
      if (colon > 0) {
        List<Words> content = unmarked(colon + 1, paragraphEnd(sentence));
        if (!content.isEmpty()) {
          turns.add(
              new Parts(
                  List.of(new Words(name, colon)),
                  List.of(new Words(colon, colon + 1)),
                  content,
                  false,
                  0.9));
        }
      }
    }
    return turns.size() > 1 ? turns : List.of();
  }

  private int paragraphBefore(Sentence sentence) {
    return sketch.analysis.sentences().get(sentence.index() - 1).paragraph();
  }

  private int paragraphEnd(Sentence sentence) {
    List<Sentence> sentences = sketch.analysis.sentences();
    int at = sentence.index();
    while (at + 1 < sentences.size() && sentences.get(at + 1).paragraph() == sentence.paragraph()) {
      at++;
    }
    return sentences.get(at).endToken();
  }

  /** The colon after one to four words in capitals; -1 when there is none. */
  private int turnColon(int first, int end) {
    int at = first;
    while (at < end && at - first < MOST_NAMES && isInCapitals(sketch.token(at).text())) {
      at++;
    }
    return at > first && at + 1 < end && sketch.token(at).text().equals(":") ? at : -1;
  }

  private static boolean isInCapitals(String text) {
    return text.length() > 1
        && text.codePoints().allMatch(c -> Character.isUpperCase(c) || c == '.' || c == '-')
        && Character.isUpperCase(text.codePointAt(0));
  }

  /** A stretch without the marks at its ends. */
  private List<Words> unmarked(int first, int end) {
    int from = first;
    int to = end;
    while (from < to && Quotations.isMark(sketch.token(from).text())) {
      from++;
    }
    while (to > from && Quotations.isMark(sketch.token(to - 1).text())) {
      to--;
    }
    return from < to ? List.of(new Words(from, to)) : List.of();
  }

  private boolean isName(int i) {
    return isNameStart(i)
        || Set.of(".", "-", "’s", "'s", "de", "of", "the").contains(sketch.lower(i));
  }

  private boolean isNameStart(int i) {
    return Character.isUpperCase(sketch.token(i).text().codePointAt(0));
  }

  /** In the order of their cues. */
  List<Parts> read() {
    scan();
    List<Parts> parts = new ArrayList<>();
    for (int i = 0; i < cues.size(); i++) {
      Cue cue = cues.get(i);
      List<Words> content = content(cue, quoted.getOrDefault(i, List.of()));
      if (!content.isEmpty() && (cue.source() != null || quoted.containsKey(i))) {
        parts.add(parts(cue, content));
      }
    }
    parts.addAll(accordingTo());
    parts.addAll(headlines());
    return parts;
  }

  /**
   * Speech outside quotations that syntax alone tells: a verb of speech with its subject and its
   * clause. After {@link #quotations()}.
   */
  List<Parts> clauses() {
    List<Parts> parts = new ArrayList<>();
    for (Cue cue : cues) {
      boolean speech = cue.verb().type() == Type.COMMUNICATION && cue.verb().takes("that");
      if (speech && cue.source() != null && !cue.continues()) {
        List<Words> content = speech(cue);
        if (!content.isEmpty()) {
          parts.add(parts(cue, content));
        }
      }
    }
    return parts;
  }

  private List<Words> speech(Cue cue) {
    for (Token child : sketch.syntax.children(cue.at())) {
      Words extent = sketch.syntax.extent(child.index());
      if (child.relation().equals("ccomp") && extent.first() > cue.at()) {
        return sketch.trimmed(extent);
      }
    }
    return List.of();
  }

  private Parts parts(Cue cue, List<Words> content) {
    List<Words> source = cue.source() == null ? List.of() : List.of(cue.source());
    return new Parts(source, List.of(cueWords(cue.at())), content, cue.continues(), 0.75);
  }

  // ---------------------------------------------------------------- cues and their sources

  private void findCues(Sentence sentence) {
    Words lastSource = null;
    for (int i = sentence.firstToken(); i < sentence.endToken(); i++) {
      Verb verb = verbs.verb(sketch.lower(i));
      if (verb == null || verb.takes("-") || sketch.quotations.isInside(i) || !isVerb(i)) {
        continue;
      }
      Words source = source(i, sentence);
      boolean continues = source == null && lastSource != null && sketch.lower(i).endsWith("ing");
      if (continues) {
        source = lastSource;
      }
      if (source != null || verb.takes("quote")) {
        cues.add(new Cue(i, verb, source, continues));
        lastSource = source == null ? lastSource : source;
      }
    }
  }

  private boolean isVerb(int i) {
    Token token = sketch.token(i);
    if (!tagged) {
      Verb verb = verbs.verb(token.lower());
      return verb != null && verb.takes("quote") && !token.lower().equals(verb.lemma());
    }
    return token.pos().startsWith("VB")
        && !token.relation().startsWith("aux")
        && !token.relation().equals("amod")
        && sketch.syntax.children(i).stream()
            .noneMatch(child -> child.relation().equals("aux:pass") && !isTold(token));
  }

  private static boolean isTold(Token token) {
    return token.lower().equals("told");
  }

  /** Who is the subject of a verb, or stands right beside it; null when nobody does. */
  @Nullable Words source(int cue, Sentence sentence) {
    Words found = tagged ? subject(cue, sentence) : null;
    if (found == null && tagged && sketch.token(cue).pos().equals("VBG")) {
      found = ofHead(cue, sentence);
    }
    return found != null ? found : besideCue(cue, sentence);
  }

  /** "The report showing …": what the participle describes, or the subject of its verb. */
  private @Nullable Words ofHead(int cue, Sentence sentence) {
    int head = sketch.token(cue).head();
    if (sketch.token(cue).relation().equals("acl")) {
      Words extent = sketch.syntax.extent(head);
      return head < cue && extent.first() < cue
          ? clipped(new Words(extent.first(), Math.min(cue, extent.end())), head, cue)
          : null;
    }
    return head == cue ? null : subject(head, sentence);
  }

  private @Nullable Words subject(int cue, Sentence sentence) {
    int at = cue;
    for (int step = 0; step < 3; step++) { // a subject shared over "and"
      for (Token child : sketch.syntax.children(at)) {
        if (child.relation().startsWith("nsubj") && sentence.firstToken() <= child.index()) {
          return clipped(sketch.syntax.extent(child.index()), child.index(), cue);
        }
      }
      if (!sketch.token(at).relation().equals("conj")) {
        return null;
      }
      at = sketch.token(at).head();
    }
    return null;
  }

  /** A subject's extent without quotations and without the cue. */
  private @Nullable Words clipped(Words extent, int head, int cue) {
    int first = extent.first();
    int end = extent.end();
    for (int i = first; i < end; i++) {
      boolean barrier = sketch.quotations.isInside(i) || i == cue;
      if (barrier && i < head) {
        first = i + 1;
      } else if (barrier && i >= head) {
        end = i;
      }
    }
    if (first >= end || head < first || head >= end) {
      return null;
    }
    List<Words> trimmed = sketch.trimmed(new Words(first, end));
    return trimmed.isEmpty() ? null : trimmed.get(0);
  }

  /** A name, pronoun or noun phrase right before or after the cue: "Khan said", "said Khan". */
  private @Nullable Words besideCue(int cue, Sentence sentence) {
    int end = cue;
    int first = end;
    while (first > sentence.firstToken() && isNominal(first - 1)) {
      first--;
    }
    if (first < end) {
      return new Words(first, end);
    }
    int last = cue + 1;
    while (last < sentence.endToken() && isNominal(last)) {
      last++;
    }
    boolean quotationBefore = cue > 0 && sketch.quotations.isInside(cue - 1);
    return quotationBefore && last > cue + 1 ? new Words(cue + 1, last) : null;
  }

  private boolean isNominal(int i) {
    if (sketch.quotations.isInside(i) || !sketch.isWord(i)) {
      return false;
    }
    Token token = sketch.token(i);
    return tagged
        ? NOUN_TAGS.contains(token.pos())
        : Character.isUpperCase(token.text().codePointAt(0))
            || Set.of("he", "she", "they", "it", "i", "we").contains(token.lower());
  }

  /** The verb with its auxiliaries and adverbs right before it. */
  private Words cueWords(int cue) {
    int first = cue;
    while (tagged
        && first > 0
        && sketch.token(first - 1).head() == cue
        && BEFORE_CUE.contains(sketch.token(first - 1).relation())) {
      first--;
    }
    return new Words(first, cue + 1);
  }

  // ---------------------------------------------------------------- quotations

  private void assignQuotations() {
    int previous = -1; // cue of the quotation before
    int previousEnd = -1;
    for (Quotation quotation : sketch.quotations.all()) {
      int cue = cueOf(quotation);
      if (cue < 0 && previous >= 0 && goesOn(quotation, previousEnd)) {
        cue = previous;
        followed.put(quotation, cue);
      }
      if (cue >= 0) {
        quoted.computeIfAbsent(cue, k -> new ArrayList<>()).add(quotation.words());
      }
      previous = cue;
      previousEnd = quotation.words().end();
    }
  }

  /** Whether a quotation with no cue of its own belongs to the speaker of the one before. */
  private boolean goesOn(Quotation quotation, int previousEnd) {
    if (quotation.resumes()) {
      return true;
    }
    int first = quotation.words().first();
    Sentence own = sketch.sentence(first);
    Sentence last = sketch.sentence(previousEnd - 1);
    return own.firstToken() == first
        && own.paragraph() == last.paragraph()
        && own.index() - last.index() <= 1;
  }

  private int cueOf(Quotation quotation) {
    int first = quotation.words().first();
    int end = quotation.words().end();
    int after = firstCueAfter(end);
    int before = lastCueBefore(first);
    boolean introduced = before >= 0 && introduces(before, first);
    if (after >= 0 && endsWithComma(quotation) && !introduced) {
      return after;
    }
    if (before >= 0) {
      return before;
    }
    return after >= 0 && sketch.sentence(end - 1).endToken() > end ? after : lineBefore(first);
  }

  /** Whether nothing but a colon, comma or "that" parts a cue with a source from a quotation. */
  private boolean introduces(int cue, int quotation) {
    int at = cues.get(cue).at() + 1;
    while (at < quotation && Set.of(":", ",", "that").contains(sketch.lower(at))) {
      at++;
    }
    return at == quotation && cues.get(cue).source() != null;
  }

  private boolean endsWithComma(Quotation quotation) {
    if (quotation.open() || quotation.words().end() - 2 < quotation.words().first()) {
      return false;
    }
    String last = sketch.token(quotation.words().end() - 2).text();
    int next = quotation.words().end();
    return last.endsWith(",")
        || last.endsWith("?")
        || last.endsWith("!")
        || next < sketch.size() && sketch.token(next).text().equals(",");
  }

  /** The first cue of the rest of the sentence, up to the next quotation; -1 when none. */
  private int firstCueAfter(int end) {
    if (end >= sketch.size()) {
      return -1;
    }
    int limit = Math.min(sketch.sentence(end - 1).endToken(), end + REACH);
    for (int i = end; i < limit && !sketch.quotations.isInside(i); i++) {
      int cue = cueAt(i);
      if (cue >= 0) {
        return cue;
      }
    }
    return -1;
  }

  /** The last cue between the sentence's start, or the quotation before, and a quotation. */
  private int lastCueBefore(int first) {
    int limit = Math.max(sketch.sentence(first).firstToken(), first - REACH);
    for (int i = first - 1; i >= limit && !sketch.quotations.isInside(i); i--) {
      int cue = cueAt(i);
      if (cue >= 0) {
        return cue;
      }
    }
    return -1;
  }

  /** The cue of a line that ends with a colon before a quotation. */
  private int lineBefore(int first) {
    if (first == 0 || !sketch.token(first - 1).text().equals(":")) {
      return -1;
    }
    return lastCueBefore(first - 1);
  }

  private int cueAt(int token) {
    int low = 0;
    int high = cues.size() - 1;
    while (low <= high) {
      int mid = (low + high) >>> 1;
      if (cues.get(mid).at() == token) {
        return cues.get(mid).verb().takes("to") && !cues.get(mid).verb().takes("quote") ? -1 : mid;
      }
      if (cues.get(mid).at() < token) {
        low = mid + 1;
      } else {
        high = mid - 1;
      }
    }
    return -1;
  }

  // ---------------------------------------------------------------- content

  private List<Words> content(Cue cue, List<Words> quotes) {
    List<Words> content = new ArrayList<>();
    for (Words quote : quotes) {
      content.add(withConjunction(quote, cue.at()));
    }
    if (tagged) {
      for (Words clause : clause(cue)) {
        content.addAll(sketch.trimmed(clause));
      }
    }
    List<Words> apart = new ArrayList<>();
    Words own = cueWords(cue.at());
    for (Words words : Sketch.union(content)) {
      for (Words rest : Sketch.minus(words, own)) {
        apart.addAll(cue.source() == null ? List.of(rest) : Sketch.minus(rest, cue.source()));
      }
    }
    List<Words> clean = new ArrayList<>();
    apart.forEach(words -> clean.addAll(sketch.trimmed(words)));
    return clean;
  }

  /** A quotation with the "that" between it and its cue. */
  private Words withConjunction(Words quote, int cue) {
    boolean joined =
        quote.first() - 1 > cue
            && quote.first() - 2 <= cue
            && sketch.lower(quote.first() - 1).equals("that");
    return joined ? new Words(quote.first() - 1, quote.end()) : quote;
  }

  private List<Words> clause(Cue cue) {
    for (Token child : sketch.syntax.children(cue.at())) {
      boolean clause = child.relation().equals("ccomp");
      boolean infinitive = child.relation().equals("xcomp") && cue.verb().takes("to");
      boolean object = child.relation().equals("obj") && cue.verb().takes("np");
      Words extent = sketch.syntax.extent(child.index());
      boolean outside = !sketch.quotations.isInside(extent.first()) && extent.first() > cue.at();
      if ((clause || infinitive || object)
          && (outside || !sketch.quotations.isInside(child.index()))) {
        return List.of(object ? withComplement(extent, cue.at()) : extent);
      }
    }
    return cue.verb().takes("quote") && !cue.continues() ? interrupted(cue.at()) : List.of();
  }

  /** An object with what follows it: "accused him of treason", "praised her for her courage". */
  private Words withComplement(Words object, int cue) {
    int end = object.end();
    for (Token child : sketch.syntax.children(cue)) {
      Words extent = sketch.syntax.extent(child.index());
      boolean second = child.relation().equals("obj"); // "each other" is read as two
      if (extent.first() == end
          && (second || Set.of("of", "for", "as").contains(sketch.lower(end)))) {
        end = extent.end();
      }
    }
    return new Words(object.first(), end);
  }

  /** "The war, he said, is over": the sentence without the clause that interrupts it. */
  private List<Words> interrupted(int cue) {
    Token verb = sketch.token(cue);
    if (!verb.relation().equals("parataxis")) {
      return List.of();
    }
    Words all = sketch.syntax.extent(verb.head());
    return Sketch.minus(all, sketch.syntax.extent(cue));
  }

  // ---------------------------------------------------------------- without a verb

  /** "…, according to …": its sentence, from the one before to the one after of its kind. */
  private List<Parts> accordingTo() {
    List<Words> phrases = new ArrayList<>();
    for (int i = 0; i + 2 < sketch.size(); i++) {
      boolean found = sketch.lower(i).equals("according") && sketch.lower(i + 1).equals("to");
      int end = found ? phraseEnd(i + 2, sketch.sentence(i).endToken()) : 0;
      if (end > i + 2 && !sketch.quotations.isInside(i)) {
        phrases.add(new Words(i, end));
        i = end - 1;
      }
    }
    List<Parts> parts = new ArrayList<>();
    for (int k = 0; k < phrases.size(); k++) {
      Words phrase = phrases.get(k);
      Sentence sentence = sketch.sentence(phrase.first());
      int before = k == 0 ? 0 : phrases.get(k - 1).end();
      int after = k + 1 == phrases.size() ? sketch.size() : phrases.get(k + 1).first();
      List<Words> content = new ArrayList<>();
      Words all =
          new Words(Math.max(sentence.firstToken(), before), Math.min(sentence.endToken(), after));
      Sketch.minus(all, phrase).forEach(rest -> content.addAll(sketch.trimmed(rest)));
      if (!content.isEmpty()) {
        int source = phrase.first() + 2;
        parts.add(
            new Parts(
                List.of(new Words(source, phrase.end())),
                List.of(new Words(phrase.first(), source)),
                content,
                false,
                0.8));
      }
    }
    return parts;
  }

  /** End of a phrase: the next comma, stop or quotation. */
  private int phraseEnd(int first, int limit) {
    int end = first;
    while (end < limit
        && !sketch.quotations.isInside(end)
        && !Set.of(",", ".", ";", ":", "—", "–").contains(sketch.token(end).text())) {
      end++;
    }
    return end;
  }

  /** "Aliyev: no talks on Karabakh": a name and a colon open the text. */
  List<Parts> headlines() {
    if (sketch.analysis.sentences().isEmpty()) {
      return List.of();
    }
    Sentence first = sketch.analysis.sentences().get(0);
    int colon = first.firstToken();
    while (colon < first.endToken() && colon < 7 && !sketch.token(colon).text().equals(":")) {
      if (!Character.isUpperCase(sketch.token(colon).text().codePointAt(0))) {
        return List.of();
      }
      colon++;
    }
    boolean found =
        colon > 0 && colon + 1 < first.endToken() && sketch.token(colon).text().equals(":");
    if (!found || hasCue(new Words(first.firstToken(), first.endToken()))) {
      return List.of();
    }
    List<Words> content = sketch.trimmed(new Words(colon + 1, first.endToken()));
    return content.isEmpty()
        ? List.of()
        : List.of(
            new Parts(
                List.of(new Words(0, colon)),
                List.of(new Words(colon, colon + 1)),
                content,
                false,
                0.6));
  }

  private boolean hasCue(Words words) {
    Set<Integer> at = new HashSet<>();
    cues.forEach(cue -> at.add(cue.at()));
    for (int i = words.first(); i < words.end(); i++) {
      if (at.contains(i)) {
        return true;
      }
    }
    return false;
  }
}
