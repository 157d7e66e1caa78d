package dateline.actor;

import dateline.language.Analysis;
import dateline.language.Token;
import dateline.model.Actor;
import dateline.model.Actor.Form;
import dateline.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who "he", "they" and "I" are: by gender and number, nearness, syntactic role, and who is speaking
 * to whom. Works through the text once; looks back a bounded number of mentions.
 *
 * <p>The weights were set by hand on our own sentences and checked on the training articles of
 * PolNeAR.
 */
final class Pronouns {

  private static final Set<String> HE = Set.of("he", "him", "his", "himself");
  private static final Set<String> SHE = Set.of("she", "her", "hers", "herself");
  private static final Set<String> THEY = Set.of("they", "them", "their", "theirs", "themselves");
  private static final Set<String> IT = Set.of("it", "its", "itself");
  private static final Set<String> SPEAKER =
      Set.of("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves");
  private static final Set<String> RELATIVE = Set.of("who", "which", "that", "whom", "whose");

  /** How many mentions, and how many sentences, back an antecedent is looked for. */
  private static final int REACH = 80;

  private static final int SENTENCES = 8;

  private final Analysis analysis;
  private final List<Token> tokens;
  private final Speech speech;
  private final @Nullable Figure[] speakers;
  private final List<Figure.Mention> seen = new ArrayList<>();
  private final Map<Integer, Integer> sentenceOf = new java.util.HashMap<>();
  private @Nullable Figure lastSpeaker;
  private int lastSpeakerAt;

  Pronouns(Analysis analysis, Speech speech, @Nullable Figure[] speakers) {
    this.analysis = analysis;
    this.tokens = analysis.tokens();
    this.speech = speech;
    this.speakers = speakers;
  }

  /**
   * Adds the pronouns' mentions to their figures and fills in the speakers that pronouns name.
   *
   * @param mentions in text order
   * @param from tokens before this one are left out
   */
  void resolve(List<Figure.Mention> mentions, int from) {
    int next = 0;
    for (int at = from; at < tokens.size(); at++) {
      while (next < mentions.size() && mentions.get(next).start() <= at) {
        seen.add(mentions.get(next++));
      }
      Figure figure = antecedent(at);
      if (figure != null) {
        seen.add(figure.add(at, at + 1, at, Form.PRONOUN));
        speak(at, figure);
      }
      int attribution = speech.sourceAt(at);
      if (attribution != Speech.NONE && speakers[attribution] != null) {
        lastSpeaker = speakers[attribution];
        lastSpeakerAt = at;
      }
    }
    speakersOwnWords(from);
  }

  private void speak(int at, Figure figure) {
    int attribution = speech.sourceAt(at);
    if (attribution != Speech.NONE && speakers[attribution] == null) {
      int[] source = speech.source(attribution);
      boolean whole = source[1] - source[0] == 1 || source[0] == at && !isPossessive(at);
      if (whole) {
        speech.sharing(attribution).forEach(same -> speakers[same] = figure);
      }
    }
  }

  private boolean isPossessive(int at) {
    String word = tokens.get(at).lower();
    return word.equals("his")
        || word.equals("their")
        || word.equals("its")
        || word.equals("her") && tokens.get(at).relation().contains("poss");
  }

  private @Nullable Figure antecedent(int at) {
    String word = tokens.get(at).lower();
    if (HE.contains(word)) {
      return best(at, 'm');
    }
    if (SHE.contains(word)) {
      return best(at, 'f');
    }
    if (THEY.contains(word)) {
      return several(at);
    }
    if (IT.contains(word)) {
      return thing(at);
    }
    boolean source = speech.sourceAt(at) != Speech.NONE;
    return source && RELATIVE.contains(word) ? relative(at) : null;
  }

  // ------------------------------------------------------------------ he, she

  private @Nullable Figure best(int at, char gender) {
    Figure best = null;
    double most = -6;
    boolean superseded = isSource(at) && isSuperseded(at, gender);
    int oldest = Math.max(0, seen.size() - REACH);
    for (int i = seen.size() - 1; i >= oldest; i--) {
      Figure.Mention mention = seen.get(i);
      Figure figure = mention.figure();
      if (figure.isPerson()
          && figure.mayBe(gender)
          && mention.end() <= at
          && !isOwnClause(mention, at)
          && !isOwnQuote(figure, at)) {
        double score = score(mention, at, gender, superseded);
        if (score > most) {
          best = figure;
          most = score;
        }
      }
    }
    if (best != null) {
      best.learnGender(gender);
    }
    return best;
  }

  /** Whether, since someone last spoke, another has been the subject or been introduced. */
  private boolean isSuperseded(int at, char gender) {
    int oldest = Math.max(0, seen.size() - REACH);
    for (int i = seen.size() - 1; i >= oldest && seen.get(i).start() > lastSpeakerAt; i--) {
      Figure.Mention mention = seen.get(i);
      Figure figure = mention.figure();
      if (figure != lastSpeaker
          && figure.isPerson()
          && figure.isNamed()
          && figure.mayBe(gender)
          && mention.end() <= at
          && speech.contentAt(mention.head()) == Speech.NONE
          && (isSubject(mention.head()) || isIntroduction(mention))) {
        return true;
      }
    }
    return false;
  }

  /** Whether someone is named here in full for the first time. */
  private static boolean isIntroduction(Figure.Mention mention) {
    Figure figure = mention.figure();
    return figure.mentions.get(0) == mention
        && mention.form() == Form.NAME
        && figure.nameWords.size() > 1;
  }

  private double score(Figure.Mention mention, int at, char gender, boolean superseded) {
    Figure figure = mention.figure();
    int distance = sentence(at) - sentence(mention.head());
    if (distance > SENTENCES) {
      return Double.NEGATIVE_INFINITY;
    }
    double score = -distance;
    score += isSubject(mention.head()) ? 1.2 : 0;
    score += mention.form() == Form.PRONOUN ? 0.4 : 0;
    score += figure.isNamed() ? 0.5 : 0;
    score += figure.gender == gender ? 0.6 : gender == 'f' ? -0.8 : 0;
    score += 0.25 * Math.log(1 + figure.mentions.size());
    score += inQuote(mention.head()) == inQuote(at) ? 0 : inQuote(at) ? -0.3 : -2;
    score += isSource(at) ? amongSources(mention, superseded) : 0;
    score += speaking(figure, at);
    return score - 0.002 * Math.min(200, at - mention.end());
  }

  private boolean isSource(int at) {
    return speech.sourceAt(at) != Speech.NONE;
  }

  /**
   * What being the last speaker, unless another has come since, being introduced, and standing only
   * in what somebody said add for the pronoun of a source.
   */
  private double amongSources(Figure.Mention mention, boolean superseded) {
    double score = mention.figure() == lastSpeaker && !superseded ? 1.5 : 0;
    score += isIntroduction(mention) ? 1 : 0;
    boolean told = speech.contentAt(mention.head()) != Speech.NONE && !inQuote(mention.head());
    return told ? score - 0.8 : score;
  }

  /** What speaking, or being spoken to, adds. */
  private double speaking(Figure figure, int at) {
    int attribution = speech.sourceAt(at);
    if (attribution != Speech.NONE) {
      return isAddressee(figure, attribution) ? -3 : 0;
    }
    int content = speech.contentAt(at);
    if (content != Speech.NONE && !inQuote(at) && speakers[content] == figure) {
      return 1.5;
    }
    return 0;
  }

  private boolean isAddressee(Figure figure, int attribution) {
    for (int i = seen.size() - 1; i >= Math.max(0, seen.size() - 12); i--) {
      Figure.Mention mention = seen.get(i);
      if (mention.figure() == figure && speech.addresseeAt(mention.head()) == attribution) {
        return true;
      }
    }
    return false;
  }

  /** "Putin told him": an object is not the subject of its own verb, nor a subject its object. */
  private boolean isOwnClause(Figure.Mention mention, int at) {
    Token token = tokens.get(at);
    if (token.head() < 0 || isPossessive(at) || token.lower().endsWith("self")) {
      return false;
    }
    Token head = tokens.get(mention.head());
    return head.head() == token.head()
        && !head.isRoot()
        && !token.isRoot()
        && !head.relation().equals("conj");
  }

  /** Whoever speaks does not call themselves "he" between quotation marks. */
  private boolean isOwnQuote(Figure figure, int at) {
    int content = speech.contentAt(at);
    return content != Speech.NONE && inQuote(at) && speakers[content] == figure;
  }

  private boolean inQuote(int at) {
    int content = speech.contentAt(at);
    return content != Speech.NONE && speech.get(content).kind() == Statement.Kind.DIRECT;
  }

  private boolean isSubject(int head) {
    Token token = tokens.get(head);
    for (int steps = 0; token.relation().equals("conj") && steps < 4; steps++) {
      token = tokens.get(token.head());
    }
    return token.relation().startsWith("nsubj")
        || token.head() < 0 && analysis.sentences().get(sentence(head)).firstToken() + 4 > head;
  }

  private int sentence(int token) {
    return sentenceOf.computeIfAbsent(
        token, at -> analysis.sentenceAt(tokens.get(at).start()).index());
  }

  // ------------------------------------------------------------------ they, it, who

  private @Nullable Figure several(int at) {
    if (lastSpeaker != null && lastSpeaker.plural && speech.sourceAt(at) != Speech.NONE) {
      return lastSpeaker;
    }
    return nearest(at, 2, figure -> figure.plural || figure.kind == Actor.Kind.PEOPLE);
  }

  private @Nullable Figure thing(int at) {
    boolean source = speech.sourceAt(at) != Speech.NONE;
    boolean owns = tokens.get(at).lower().equals("its");
    if (source && lastSpeaker != null && isThing(lastSpeaker)) {
      return lastSpeaker;
    }
    return source || owns ? nearest(at, 1, Pronouns::isThing) : null;
  }

  private static boolean isThing(Figure figure) {
    return switch (figure.kind) {
      case ORGANISATION, GOVERNMENT, ARMED_FORCE, PLACE -> !figure.plural;
      case PERSON, GROUP, PEOPLE -> false;
    };
  }

  /** The nearest subject, else the nearest mention, of a sort, within some sentences. */
  private @Nullable Figure nearest(int at, int reach, java.util.function.Predicate<Figure> sort) {
    Figure near = null;
    for (int i = seen.size() - 1; i >= Math.max(0, seen.size() - REACH); i--) {
      Figure.Mention mention = seen.get(i);
      if (sentence(at) - sentence(mention.head()) > reach) {
        break;
      }
      if (mention.end() <= at && sort.test(mention.figure()) && !isOwnClause(mention, at)) {
        if (isSubject(mention.head())) {
          return mention.figure();
        }
        near = near == null ? mention.figure() : near;
      }
    }
    return near;
  }

  private @Nullable Figure relative(int at) {
    for (int i = seen.size() - 1; i >= Math.max(0, seen.size() - 12); i--) {
      Figure.Mention mention = seen.get(i);
      if (mention.end() <= at
          && at - mention.end() <= 12
          && sentence(at) == sentence(mention.head())) {
        return mention.figure();
      }
    }
    return null;
  }

  // ------------------------------------------------------------------ I, we

  /** "I" and "we" in someone's own words are that someone. */
  private void speakersOwnWords(int from) {
    for (int at = from; at < tokens.size(); at++) {
      int content = speech.contentAt(at);
      String word = tokens.get(at).lower();
      boolean acronym = word.equals("us") && tokens.get(at).text().equals("US");
      if (content != Speech.NONE
          && SPEAKER.contains(word)
          && !acronym
          && speech.get(content).kind() != Statement.Kind.INDIRECT) {
        Figure figure = speakers[content];
        if (figure != null) {
          figure.add(at, at + 1, at, Form.PRONOUN);
        }
      }
    }
  }
}
