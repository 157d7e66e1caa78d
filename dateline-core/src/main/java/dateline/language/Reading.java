package dateline.language;

import dateline.language.Encoder.Output;
import dateline.language.RoleScores.Link;
import dateline.text.CharRange;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Gathers the encoder's outputs of one text, window by window, into tokens, names and roles. */
final class Reading {

  /** Anchors that are kept for a word; more are never near enough to matter. */
  private static final int LINKS = 6;

  /** Of a logit below the greatest: even a window full of such words is no part of a float. */
  private static final float NEGLIGIBLE = -24;

  /** All there are: the tag is a closed class. */
  private static final Set<String> MODALS =
      Set.of(
          "will", "wo", "’ll", "'ll", "would", "’d", "'d", "can", "ca", "could", "may", "might",
          "must", "shall", "sha", "should", "ought", "need", "dare", "cannot");

  private final ModelCard card;
  private final String text;
  private final Segments segments;
  private final String[] pos;
  private final int[] head;
  private final String[] relation;
  private final float[][] ner;
  private final float[][] roles;
  private final Link[][] links;
  private final float[] trigger;
  private final float[][] eventTypes;
  private final float[][] eventRoles;

  Reading(ModelCard card, String text, Segments segments) {
    int words = segments.words().size();
    this.card = card;
    this.text = text;
    this.segments = segments;
    this.pos = new String[words];
    this.head = new int[words];
    this.relation = new String[words];
    this.ner = new float[words][];
    this.roles = new float[words][];
    this.links = new Link[words][];
    this.trigger = new float[words];
    this.eventTypes = new float[words][];
    this.eventRoles = new float[words][];
  }

  /** Takes over what a window says of its fresh words. */
  void add(Window window, Output output) {
    boolean readsRoles = !card.attr().isEmpty() && output.attr().capacity() > 0;
    for (int word = window.fresh(); word < window.end(); word++) {
      int row = word - window.first();
      pos[word] = card.pos().get((int) output.pos().get(row));
      head[word] = window.first() + (int) output.head().get(row);
      relation[word] = card.rel().get((int) output.rel().get(row));
      ner[word] = logProbabilities(output.ner(), row, card.ner().size());
      if (readsRoles) {
        roles[word] = ordered(logProbabilities(output.attr(), row, card.attr().size()));
        links[word] = best(logProbabilities(output.link(), row, window.words()), window.first());
      }
      if (readsEvents()) {
        trigger[word] = output.trigger().get(row);
        eventTypes[word] = row(output.event(), row, card.event().size());
        eventRoles[word] = logProbabilities(output.role(), row, card.role().size());
      }
    }
  }

  private boolean readsEvents() {
    return !card.event().isEmpty() && !card.role().isEmpty();
  }

  private static float[] row(FloatBuffer values, int row, int width) {
    float[] own = new float[width];
    values.get(row * width, own);
    return own;
  }

  private static float[] logProbabilities(FloatBuffer logits, int row, int width) {
    float[] values = row(logits, row, width);
    float max = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      max = Math.max(max, value);
    }
    double sum = 0;
    for (float value : values) {
      if (value - max > NEGLIGIBLE) {
        sum += Math.exp(value - max);
      }
    }
    float norm = max + (float) Math.log(sum);
    for (int i = 0; i < width; i++) {
      values[i] -= norm;
    }
    return values;
  }

  /** From the model's order of labels to that of {@link RoleScores}. */
  private float[] ordered(float[] scores) {
    float[] ordered = new float[RoleScores.LABELS.size()];
    for (int i = 0; i < ordered.length; i++) {
      ordered[i] = scores[card.attr().indexOf(RoleScores.LABELS.get(i))];
    }
    return ordered;
  }

  /** The best few of a row, best first; of equals the first. */
  private static Link[] best(float[] scores, int base) {
    Link[] best = new Link[Math.min(LINKS, scores.length)];
    int size = 0;
    for (int j = 0; j < scores.length; j++) {
      if (size < best.length || scores[j] > best[size - 1].score()) {
        int at = size < best.length ? size++ : size - 1;
        while (at > 0 && scores[j] > best[at - 1].score()) {
          best[at] = best[at - 1];
          at--;
        }
        best[at] = new Link(base + j, scores[j]);
      }
    }
    return best;
  }

  RoleScores roles() {
    boolean none = roles.length == 0 || Arrays.stream(roles).anyMatch(row -> row == null);
    return none ? RoleScores.NONE : new RoleScores(roles, links);
  }

  EventScores events() {
    return readsEvents()
        ? new EventScores(card.event(), card.role(), trigger, eventTypes, eventRoles)
        : EventScores.NONE;
  }

  List<Token> tokens(List<Entity> entities) {
    EntityType[] types = new EntityType[pos.length];
    Arrays.fill(types, EntityType.NONE);
    for (Entity entity : entities) {
      Arrays.fill(types, entity.firstToken(), entity.endToken(), entity.type());
    }
    for (Sentence sentence : segments.sentences()) {
      breakCycles(sentence);
    }
    List<Token> tokens = new ArrayList<>(pos.length);
    for (int i = 0; i < pos.length; i++) {
      CharRange range = segments.words().get(i);
      String word = range.of(text);
      tokens.add(new Token(i, range, word, tag(i, word), head[i], relation[i], types[i]));
    }
    return tokens;
  }

  /** A word that the model takes for a modal and that is none is a verb in the past or present. */
  private String tag(int i, String word) {
    if (!pos[i].equals("MD") || MODALS.contains(word.toLowerCase(Locale.ROOT))) {
      return pos[i];
    }
    return word.endsWith("ed") ? "VBD" : "VBP";
  }

  /** Makes the first word of every cycle of heads a root, so that following heads always ends. */
  private void breakCycles(Sentence sentence) {
    int first = sentence.firstToken();
    int[] seenFrom = new int[sentence.endToken() - first];
    for (int start = first; start < sentence.endToken(); start++) {
      int at = start;
      while (seenFrom[at - first] == 0) {
        seenFrom[at - first] = start - first + 1;
        at = head[at];
      }
      if (seenFrom[at - first] == start - first + 1 && head[at] != at) {
        head[at] = at;
        relation[at] = "root";
      }
    }
  }

  /** The best run of BIO labels, an I after anything but its own type begins a name. */
  List<Entity> entities() {
    List<Entity> entities = new ArrayList<>();
    int at = 0;
    while (at < ner.length) {
      EntityType type = type(at);
      int end = at + 1;
      if (type != EntityType.NONE) {
        int sentenceEnd = sentenceEnd(at);
        double sum = probability(at);
        while (end < sentenceEnd && type(end) == type && !label(end).startsWith("B")) {
          sum += probability(end);
          end++;
        }
        int last = end;
        while (last - 1 > at && isMark(last - 1)) {
          last--;
        }
        CharRange range = segments.words().get(at).cover(segments.words().get(last - 1));
        entities.add(new Entity(type, at, last, range, sum / (end - at)));
      }
      at = end;
    }
    return entities;
  }

  /** Whether a word is a mark that can't end a name. */
  private boolean isMark(int word) {
    CharRange range = segments.words().get(word);
    return range.length() == 1 && ",;:\"“”-–—(".indexOf(text.charAt(range.start())) >= 0;
  }

  private int sentenceEnd(int word) {
    int low = 0;
    int high = segments.sentences().size() - 1;
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (segments.sentences().get(mid).endToken() > word) {
        high = mid;
      } else {
        low = mid + 1;
      }
    }
    return segments.sentences().get(low).endToken();
  }

  private int bestLabel(int word) {
    int best = 0;
    for (int i = 1; i < ner[word].length; i++) {
      if (ner[word][i] > ner[word][best]) {
        best = i;
      }
    }
    return best;
  }

  private String label(int word) {
    return card.ner().get(bestLabel(word));
  }

  private double probability(int word) {
    return Math.exp(ner[word][bestLabel(word)]);
  }

  private EntityType type(int word) {
    String label = label(word);
    if (label.length() < 3) {
      return EntityType.NONE;
    }
    return switch (label.substring(2)) {
      case "PER" -> EntityType.PER;
      case "ORG" -> EntityType.ORG;
      case "LOC" -> EntityType.LOC;
      case "NORP" -> EntityType.NORP;
      default -> EntityType.MISC;
    };
  }
}
