package dateline.event;

import dateline.language.EntityType;
import dateline.model.Event.Factuality;
import dateline.model.Event.Participant;
import dateline.model.Event.Quad;
import dateline.model.PloverType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the event mentions of one sentence. Thread-safe. */
final class SentenceReader {

  /** Types whose meaning is about what they govern: the governed event is told by them. */
  private static final Set<PloverType> MODAL =
      Set.of(
          PloverType.AGREE,
          PloverType.REQUEST,
          PloverType.REJECT,
          PloverType.THREATEN,
          PloverType.CONCEDE,
          PloverType.ACCUSE,
          PloverType.MOBILIZE);

  /** Prepositions after which any noun can be a side; after others only a name or people. */
  private static final Set<String> DIRECTED =
      Set.of("against", "by", "between", "to", "with", "on");

  /** Types that tell the topic of a protest: "marched to demand". */
  private static final Set<PloverType> TOPICAL =
      Set.of(PloverType.REQUEST, PloverType.ACCUSE, PloverType.REJECT, PloverType.PROTEST);

  /** Types whose recipient what they govern may tell. */
  private static final Set<PloverType> BY_CONTENT =
      Set.of(PloverType.AGREE, PloverType.REQUEST, PloverType.REJECT, PloverType.THREATEN);

  /** Types whose recipient may be told by the place alone. */
  private static final Set<PloverType> LOCAL =
      Set.of(
          PloverType.AID,
          PloverType.CONCEDE,
          PloverType.COERCE,
          PloverType.MOBILIZE,
          PloverType.RETREAT,
          PloverType.SANCTION,
          PloverType.AGREE,
          PloverType.THREATEN,
          PloverType.PROTEST,
          PloverType.ASSAULT);

  /** Prepositions of phrases in which no party of a clause stands. */
  private static final Set<String> CIRCUMSTANTIAL =
      Set.of(
          "after",
          "before",
          "since",
          "during",
          "until",
          "despite",
          "as",
          "because of",
          "following",
          "than",
          "like",
          "according to",
          "without",
          "amid",
          "including",
          "under");

  /** What a promise or refusal sends and withdraws: no side of it. */
  private static final Set<String> FORCES =
      Set.of(
          "troop",
          "troops",
          "force",
          "forces",
          "soldier",
          "peacekeeper",
          "personnel",
          "contingent",
          "peacekeeping",
          "mission",
          "unit",
          "weapon",
          "arms",
          "expert",
          "adviser",
          "observer");

  private static final Set<String> NOBODY =
      Set.of(
          "it",
          "that",
          "this",
          "which",
          "what",
          "you",
          "itself",
          "yourself",
          "there",
          "$",
          "%",
          "percent",
          "cent",
          "point",
          "points",
          "minutes",
          "times");

  /** Tags of words that can stand for somebody. */
  private static final Pattern NOMINAL =
      Pattern.compile("NN.*|PRP|WP|DT|WDT|CD|JJ.*|FW|VB[GN]|ADD");

  /** How far below a verb a party is looked for. */
  private static final int DEEP = 5;

  private static final List<String> DIRECTIONS =
      List.of("against", "on", "to", "of", "with", "over", "for", "towards");

  /** Prepositions after which talks have their topic, not a side. */
  private static final Set<String> TOPICS = Set.of("on", "over", "for");

  /** Probability from which the encoder's word stands against the tables'; of fold 0 in five. */
  private static final double SURE = 0.8;

  /** The same where the tables have a row for the very phrase, with its object or complement. */
  private static final double CERTAIN = 0.97;

  private final TriggerFinder triggers;
  private final FactualityJudge factuality;
  private final Complements complements;
  private final Instruments instruments = new Instruments();
  private final NaturalCauses nature;
  private final Set<String> people;

  SentenceReader(
      TriggerFinder triggers,
      FactualityJudge factuality,
      Complements complements,
      NaturalCauses nature,
      Set<String> people) {
    this.triggers = triggers;
    this.factuality = factuality;
    this.complements = complements;
    this.nature = nature;
    this.people = people;
  }

  /**
   * Mentions in text order of their trigger, the main one first.
   *
   * @param isClaimed whether a position is in what somebody says
   * @param main the encoder's view; null when there is none
   */
  List<Candidate> read(
      Syntax syntax, Participants participants, IntPredicate isClaimed, @Nullable MainEvent main) {
    Reading reading = new Reading(syntax, participants, isClaimed);
    List<Candidate> told = reading.read();
    return main == null ? told : reading.led(told, main);
  }

  /** The reading of one sentence. */
  private final class Reading {

    private final Syntax syntax;
    private final Participants participants;
    private final Roles roles;
    private final IntPredicate isClaimed;
    private final List<Trigger> found;

    /** Trigger by the position of its head. */
    private final Map<Integer, Trigger> byHead = new HashMap<>();

    /** The trigger or operator that governs a trigger, by the governed head's position. */
    private final Map<Integer, Trigger> governors = new HashMap<>();

    Reading(Syntax syntax, Participants participants, IntPredicate isClaimed) {
      this.syntax = syntax;
      this.isClaimed = isClaimed;
      this.participants = participants;
      this.roles = new Roles(syntax);
      this.found = triggers.find(syntax, i -> participants.isActor(syntax, i));
      found.forEach(trigger -> byHead.put(trigger.head(), trigger));
    }

    List<Candidate> read() {
      found.forEach(this::govern);
      List<Candidate> candidates = new ArrayList<>();
      for (Trigger trigger : found) {
        Candidate candidate = candidate(trigger);
        if (candidate != null) {
          candidates.add(candidate);
        }
      }
      return new SentenceMerger(syntax).merge(withoutTopics(withoutBackground(candidates)));
    }

    /** A protest's demand or complaint is its topic, no event beside it, but tells against whom. */
    private List<Candidate> withoutTopics(List<Candidate> candidates) {
      List<Candidate> kept = new ArrayList<>(candidates);
      for (Candidate protest : candidates) {
        int at = kept.indexOf(protest);
        if (at < 0 || protest.type() != PloverType.PROTEST) {
          continue;
        }
        for (Candidate topic : candidates) {
          if (topic != protest && isTopic(topic, protest)) {
            kept.remove(topic);
            at = kept.indexOf(protest);
            if (!topic.recipients().isEmpty() && isByPlace(protest)) {
              kept.set(at, protest.withParticipants(protest.actors(), topic.recipients()));
              protest = kept.get(at);
            }
          }
        }
      }
      return kept;
    }

    private boolean isTopic(Candidate topic, Candidate protest) {
      int clause = topic.trigger().clause();
      return TOPICAL.contains(topic.type())
          && syntax.is(clause, "advcl", "xcomp", "acl", "conj")
          && isTelic(clause)
          && syntax.child(clause, "nsubj") < 0
          && syntax.isBelow(clause, protest.trigger().clause())
          && clause > protest.trigger().clause();
    }

    /** Whether nothing better than the place tells whom an event is directed at. */
    private boolean isByPlace(Candidate candidate) {
      return candidate.recipients().isEmpty()
          || slotted(candidate.trigger(), candidate.trigger().entry().frame().recipients())
              .isEmpty();
    }

    /** Slots without what the governed clause tells: those who agree with each other are all. */
    private static List<String> preposed(List<String> slots) {
      return slots.stream().filter(slot -> !slot.equals("emb")).toList();
    }

    private List<Integer> slotted(Trigger trigger, List<String> slots) {
      for (String slot : slots) {
        List<Integer> heads = slot(trigger, slot);
        if (!heads.isEmpty()) {
          return heads;
        }
      }
      return List.of();
    }

    /** Lets the encoder's main event lead: first, and of its type where the tables say another. */
    List<Candidate> led(List<Candidate> told, MainEvent main) {
      int leader = leader(told, main);
      if (leader >= 0) {
        return withFirst(told, leader, withSides(told.get(leader), main));
      }
      PloverType type = main.type();
      if (main.probability() < SURE) {
        return told;
      }
      if (type == null) {
        return told.size() == 1 && isMereStatement(told.get(0)) ? List.of() : told;
      }
      for (int i = 0; i < told.size(); i++) {
        Trigger trigger = told.get(i).trigger();
        if (trigger.words().contains(main.trigger()) || trigger.clause() == main.trigger()) {
          if (stands(trigger.entry(), main)) {
            return withFirst(told, i, told.get(i));
          }
          return withFirst(told, i, withSides(retyped(told.get(i), type, main), main));
        }
      }
      Candidate fresh = fresh(type, main);
      return fresh == null ? told : withFirst(told, -1, fresh);
    }

    /** Whether the tables' row is worth more: one for the very phrase, or "threatened to". */
    private static boolean stands(TriggerEntry entry, MainEvent main) {
      boolean ofClause =
          entry.constraints().stream()
              .flatMap(constraint -> constraint.alternatives().stream())
              .anyMatch(condition -> condition.kind() == Constraint.Kind.CLAUSE);
      return ofClause || !entry.constraints().isEmpty() && main.probability() < CERTAIN;
    }

    /** An event that nobody claims and that is no appeal (CAMEO 02). */
    private boolean isMereStatement(Candidate told) {
      boolean appeal = told.cameo() != null && told.cameo().startsWith("02");
      return !appeal && !isClaimed.test(told.trigger().head());
    }

    /** The nearest mention of the main event's type; -1 when there is none. */
    private static int leader(List<Candidate> told, MainEvent main) {
      int leader = -1;
      for (int i = 0; i < told.size(); i++) {
        boolean nearer =
            leader < 0 || distance(told.get(i), main) < distance(told.get(leader), main);
        if (main.agrees(told.get(i).type()) && nearer) {
          leader = i;
        }
      }
      return leader;
    }

    private static int distance(Candidate candidate, MainEvent main) {
      return Math.abs(candidate.trigger().head() - main.trigger());
    }

    /**
     * @param old position of what the first replaces, or -1
     */
    private static List<Candidate> withFirst(List<Candidate> told, int old, Candidate first) {
      List<Candidate> ordered = new ArrayList<>(told);
      if (old >= 0) {
        ordered.remove(old);
      }
      ordered.add(0, first);
      return ordered;
    }

    private static Candidate retyped(Candidate candidate, PloverType type, MainEvent main) {
      boolean told = MODAL.contains(type) && type != PloverType.MOBILIZE;
      return new Candidate(
          candidate.syntax(),
          candidate.trigger(),
          type,
          null,
          type.cameoRoot() + "0",
          candidate.actors(),
          candidate.recipients(),
          told ? Factuality.ACTUAL : candidate.factuality(),
          main.probability(),
          candidate.bySpeaker());
    }

    /** An event that the tables do not know, told by the encoder's trigger with its actor. */
    private @Nullable Candidate fresh(PloverType type, MainEvent main) {
      int head = main.trigger();
      if (!syntax.isVerb(head) && !syntax.isNoun(head)) {
        return null;
      }
      Frame frame = Frame.parse(syntax.isVerb(head) ? "" : "by,poss,from>against,to,on,of");
      TriggerEntry entry =
          new TriggerEntry(
              List.of(syntax.lemma(head)), List.of(), type, null, null, null, frame, 0);
      int object = TriggerFinder.object(syntax, head);
      Candidate candidate = candidate(new Trigger(entry, head, List.of(head), object, -1, null));
      if (candidate == null) {
        return null;
      }
      Candidate whole = withSides(retyped(candidate, type, main), main);
      return whole.actors().isEmpty() ? null : whole;
    }

    private Candidate withSides(Candidate candidate, MainEvent main) {
      if (!candidate.actors().isEmpty() || candidate.bySpeaker()) {
        return candidate;
      }
      List<Participant> sides =
          participants(main.sources(), candidate.type()).stream()
              .filter(side -> candidate.recipients().stream().noneMatch(r -> meet(r, side)))
              .toList();
      return candidate.withParticipants(sides, candidate.recipients());
    }

    private static boolean meet(Participant one, Participant other) {
      return one.span().stream().anyMatch(a -> other.span().stream().anyMatch(a::overlaps));
    }

    private List<Participant> participants(List<MainEvent.Words> sides, PloverType type) {
      List<Participant> found = new ArrayList<>();
      for (MainEvent.Words words : sides) {
        for (int i = words.first(); i <= words.last(); i++) {
          int head = syntax.head(i);
          boolean outside = head < words.first() || head > words.last();
          if (outside && type.quad() == Quad.MATERIAL_CONFLICT && roles.isSpeaker(i)) {
            break; // "…, police said": not who did it
          }
          if (outside) {
            found.addAll(participants.of(syntax, i));
            break;
          }
        }
      }
      return found;
    }

    /** What only describes a party of another event is left out beside that event. */
    private List<Candidate> withoutBackground(List<Candidate> candidates) {
      List<Candidate> told = candidates.stream().filter(c -> !isDescription(c)).toList();
      return told.isEmpty() ? candidates : told;
    }

    private boolean isDescription(Candidate candidate) {
      Trigger trigger = candidate.trigger();
      int clause = trigger.clause();
      boolean relative = syntax.relation(clause).equals("acl:relcl");
      if (trigger.isNominal(syntax) && trigger.lightVerb() < 0) {
        return !candidate.bySpeaker()
            && candidate.actors().isEmpty()
            && candidate.recipients().isEmpty()
            && !syntax.is(trigger.head(), "nsubj", "root", "parataxis");
      }
      boolean reason =
          syntax.is(clause, "advcl")
              && syntax.pos(clause).equals("VBG")
              && syntax.hasChild(clause, c -> syntax.lower(c).equals("for") && c < clause);
      return reason
          || isAim(trigger) && governors.get(trigger.head()) == null
          || syntax.is(clause, "acl") && !relative
          || syntax.is(clause, "xcomp")
              && syntax.isInfinitive(clause)
              && governors.get(trigger.head()) == null
          || syntax.is(clause, "advcl")
              && syntax.pos(clause).equals("VBN")
              && syntax.child(clause, "mark") < 0;
    }

    /** Notes what stands in the complement clause of a trigger. */
    private void govern(Trigger governor) {
      int clause = complement(governor);
      if (clause < 0) {
        return;
      }
      for (Trigger other : found) {
        if (other != governor && other.head() != governor.head() && isIn(other, clause)) {
          governors.putIfAbsent(other.head(), governor);
        }
      }
    }

    private boolean isIn(Trigger trigger, int clause) {
      int at = trigger.clause();
      for (int steps = 0; at >= 0 && steps < syntax.size(); steps++) {
        if (at == clause) {
          return true;
        }
        if (!syntax.is(at, "conj", "xcomp", "obj", "nmod", "obl")
            || syntax.is(at, "conj") && syntax.child(at, "nsubj") >= 0) {
          return false;
        }
        at = syntax.head(at);
      }
      return false;
    }

    private int complement(Trigger trigger) {
      if (trigger.isNominal(syntax) && trigger.lightVerb() < 0 && !syntax.isNoun(trigger.head())) {
        return -1;
      }
      int verb = trigger.head();
      if (syntax.pos(verb).equals("MD")) {
        return syntax.head(verb);
      }
      for (String sort : List.of("inf", "ing", "that")) {
        int clause = TriggerFinder.clause(syntax, verb, sort);
        if (clause < 0 && trigger.object() >= 0 && sort.equals("inf")) {
          clause = TriggerFinder.clause(syntax, trigger.object(), sort);
        }
        if (clause >= 0) {
          return clause;
        }
      }
      return accusation(verb);
    }

    /** "accused X of attacking". */
    private int accusation(int verb) {
      for (int child : syntax.children(verb)) {
        if (child > verb
            && syntax.is(child, "advcl", "xcomp", "ccomp", "acl")
            && isGerund(child)
            && syntax.hasChild(
                child,
                c ->
                    Set.of("of", "for", "with", "to", "from").contains(syntax.lower(c))
                        && c < child)) {
          return child;
        }
      }
      return -1;
    }

    /** "attacking", "having attacked". */
    private boolean isGerund(int verb) {
      return syntax.pos(verb).equals("VBG")
          || syntax.hasChild(verb, c -> syntax.is(c, "aux") && syntax.pos(c).equals("VBG"));
    }

    /** "alleged that soldiers tortured him": told in a clause of its own, as a claim. */
    private boolean isClaim(Trigger governor, Trigger trigger) {
      int clause = complement(governor);
      return governor.entry().type() == PloverType.ACCUSE
          && clause >= 0
          && syntax.is(clause, "ccomp")
          && !isGerund(clause)
          && syntax.child(clause, "nsubj") >= 0
          && trigger.clause() == clause;
    }

    private @Nullable Candidate candidate(Trigger trigger) {
      TriggerEntry entry = trigger.entry();
      if (entry.type() == null || nature.act(syntax, roles, trigger)) {
        return null;
      }
      Trigger governor = governors.get(trigger.head());
      if (governor != null
          && !isClaim(governor, trigger)
          && governor.entry().type() != null
          && MODAL.contains(governor.entry().type())
          && governor.lightVerb() < 0) {
        return null;
      }
      if (isToldByAnother(trigger)) {
        return null;
      }
      List<Integer> actors = slots(trigger, entry.frame().actors(), true);
      List<Integer> recipients = slots(trigger, entry.frame().recipients(), false);
      recipients = recipients.stream().filter(r -> !actors.contains(r)).toList();
      if (entry.type() == PloverType.AGREE && participantsOf(actors).size() > 1) {
        recipients = slotted(trigger, preposed(entry.frame().recipients()));
      }
      if (syntax.pos(trigger.head()).equals("MD") && (actors.isEmpty() || recipients.isEmpty())) {
        return null;
      }
      PloverType type = entry.type();
      Factuality value =
          entry.isModal() ? Factuality.ACTUAL : factuality.judge(syntax, trigger, -1);
      boolean refused =
          value == Factuality.NEGATED
              && (isRefusal(trigger, governor, type) || isRuledOut(trigger, type));
      boolean bySpeaker =
          actors.isEmpty()
              && isClaimed.test(trigger.head())
              && (refused || entry.frame().actors().contains("speaker"));
      if (entry.frame().weak()
          && !bySpeaker
          && trigger.lightVerb() < 0
          && (actors.isEmpty() && recipients.isEmpty() || isModifier(trigger))) {
        return null;
      }
      String mode = entry.mode();
      if (mode == null && type == PloverType.ASSAULT) {
        mode = instruments.of(syntax, trigger);
      }
      String cameo = entry.cameo();
      Trigger governed = governed(trigger);
      if (governed != null && MODAL.contains(type)) {
        Complements.Content content = complements.of(type, governed.entry(), cameo);
        mode = content.mode() == null ? mode : content.mode();
        cameo = content.cameo();
      }
      if (refused) {
        Complements.Content content = complements.of(PloverType.REJECT, entry, "120");
        type = PloverType.REJECT;
        mode = content.mode();
        cameo = content.cameo();
        value = Factuality.ACTUAL;
      }
      if (isAnnounced(trigger, governor) && isCommitment(value)) {
        PloverType announced = announced(type);
        if (announced != type) {
          Complements.Content content =
              complements.of(announced, entry, announced == PloverType.AGREE ? "030" : "130");
          type = announced;
          mode = content.mode();
          cameo = content.cameo();
        }
      }
      boolean reciprocal =
          entry.frame().reciprocal() && type == entry.type()
              || recipients.stream().anyMatch(this::isEachOther);
      boolean words = isOfWords(type);
      List<Integer> others =
          recipients.stream().filter(r -> !isEachOther(r) && (!words || isParty(r))).toList();
      List<Participant> left = new ArrayList<>(participantsOf(actors));
      List<Participant> right = participantsOf(others);
      if (reciprocal) {
        left.addAll(right);
        right = List.of();
      }
      return new Candidate(
          syntax,
          trigger,
          type,
          mode,
          cameo,
          left,
          right,
          value,
          confidence(trigger, left, right),
          bySpeaker);
    }

    /** Whether an event noun is what another trigger of its clause is about: "ruled out talks". */
    private boolean isToldByAnother(Trigger noun) {
      if (!noun.isNominal(syntax)) {
        return false;
      }
      if (noun.lightVerb() >= 0) {
        Trigger verb = byHead.get(noun.lightVerb());
        return verb != null && verb.entry().type() != null;
      }
      int at = noun.head();
      for (int steps = 0; at >= 0 && steps < 4; steps++) {
        int head = syntax.head(at);
        boolean link =
            syntax.is(at, "obj", "nmod", "conj", "compound")
                || syntax.relation(at).equals("nsubj:pass")
                || syntax.is(at, "obl")
                    && head >= 0
                    && byHead.containsKey(head)
                    && byHead.get(head).object() == at
                || syntax.is(at, "obl")
                    && Set.of("for", "to", "of").contains(syntax.preposition(at));
        if (!link) {
          return false;
        }
        Trigger other = head < 0 ? null : byHead.get(head);
        if (other != null
            && other.entry().type() == null
            && other.entry().operator() == null
            && other.object() == at
            && !other.entry().constraints().isEmpty()) {
          return true; // "rejected accusations"
        }
        if (other != null
            && other.entry().type() != null
            && (MODAL.contains(other.entry().type())
                || other.object() == at && !other.entry().constraints().isEmpty())) {
          return true;
        }
        at = head;
      }
      return false;
    }

    /** "met to discuss": the aim of another event. */
    private boolean isAim(Trigger trigger) {
      int clause = trigger.clause();
      int head = syntax.head(clause);
      return head >= 0
          && syntax.is(clause, "advcl")
          && syntax.isInfinitive(clause)
          && syntax.isVerb(head);
    }

    private static boolean isCommitment(Factuality value) {
      return value == Factuality.PLANNED || value == Factuality.CONDITIONAL;
    }

    /** Nobody asks, blames or praises a thing: "criticised the deal" has no recipient. */
    private static boolean isOfWords(PloverType type) {
      return type.quad() == Quad.VERBAL_COOPERATION || type.quad() == Quad.VERBAL_CONFLICT;
    }

    private boolean isEachOther(int i) {
      return syntax.lower(i).equals("each")
          || syntax.lower(i).equals("other") && i > 0 && syntax.lower(i - 1).equals("each")
          || syntax.lower(i).equals("another") && i > 0 && syntax.lower(i - 1).equals("one");
    }

    /** "will not release", "did not agree": what is refused. */
    private boolean isRefusal(Trigger trigger, @Nullable Trigger governor, PloverType type) {
      boolean cooperative = announced(type) == PloverType.AGREE;
      return cooperative && isAnnounced(trigger, governor)
          || type == PloverType.AGREE && trigger.light() == null
          || type == PloverType.CONCEDE && trigger.light() == null;
    }

    /** "there can be no talks", "is no subject for talks", in somebody's mouth. */
    private boolean isRuledOut(Trigger trigger, PloverType type) {
      if (announced(type) != PloverType.AGREE || !isClaimed.test(trigger.head())) {
        return false;
      }
      int at = trigger.clause();
      while (syntax.isNoun(at) && syntax.child(at, "cop") < 0) {
        if (!syntax.is(at, "nsubj", "nmod", "obl", "obj", "conj") || syntax.head(at) < 0) {
          return false;
        }
        at = syntax.head(at);
      }
      return syntax.hasChild(
          at,
          c ->
              syntax.is(c, "aux")
                  && Set.of("can", "ca", "will", "wo", "shall", "must").contains(syntax.lower(c)));
    }

    /** "will", "is going to", "plans to": an announced act. */
    private boolean isAnnounced(Trigger trigger, @Nullable Trigger governor) {
      if (governor != null && "PLAN".equals(governor.entry().operator())) {
        return true;
      }
      int verb = trigger.clause();
      boolean said = syntax.is(verb, "ccomp") && !roles.speakers(verb).isEmpty();
      return syntax.hasChild(
          verb,
          c ->
              syntax.is(c, "aux")
                  && (Set.of("will", "'ll", "’ll", "shall").contains(syntax.lower(c))
                      || said && syntax.lower(c).equals("would")));
    }

    /** An act announced: a promise when it is cooperative, a threat when it is hostile. */
    private static PloverType announced(PloverType type) {
      return switch (type) {
        case CONSULT, SUPPORT, COOPERATE, AID, CONCEDE, RETREAT -> PloverType.AGREE;
        case SANCTION, PROTEST, COERCE, ASSAULT -> PloverType.THREATEN;
        default -> type;
      };
    }

    private @Nullable Trigger governed(Trigger governor) {
      for (Trigger other : found) {
        if (governors.get(other.head()) == governor && other.entry().type() != null) {
          return other;
        }
      }
      return null;
    }

    private boolean isModifier(Trigger trigger) {
      int noun = trigger.head();
      return syntax.is(noun, "nmod") || syntax.is(noun, "obl");
    }

    private List<Integer> slots(Trigger trigger, List<String> slots, boolean actor) {
      if (trigger.light() != null && trigger.light().subjectIsRecipient() != actor) {
        List<Integer> subject = roles.agents(trigger.lightVerb());
        if (!subject.isEmpty()) {
          return subject;
        }
      }
      List<Integer> heads = slotted(trigger, slots);
      if (!actor && isAboutOwn(trigger, heads)) {
        List<Integer> told = toldByContent(trigger);
        heads = told.isEmpty() ? heads : told;
      }
      return !heads.isEmpty() || actor || slots.isEmpty() ? heads : elsewhere(trigger, slots);
    }

    /** A party in a phrase that the frame does not name. */
    private List<Integer> elsewhere(Trigger trigger, List<String> slots) {
      List<Integer> given = roles.indirectObjects(trigger.head());
      if (!given.isEmpty() && !slots.contains("iobj")) {
        return given;
      }
      boolean talks = trigger.entry().type() == PloverType.CONSULT;
      for (String preposition : DIRECTIONS) {
        boolean topic = talks && TOPICS.contains(preposition);
        if (!slots.contains(preposition) && !topic) {
          List<Integer> heads =
              phrases(trigger, preposition).stream().filter(this::isParty).toList();
          if (!heads.isEmpty()) {
            return heads;
          }
        }
      }
      List<Integer> told = toldByContent(trigger);
      return told.isEmpty() && LOCAL.contains(trigger.entry().type()) ? where(trigger) : told;
    }

    /** Whom a promise, demand, refusal, threat or protest is about, where no slot tells. */
    private List<Integer> toldByContent(Trigger trigger) {
      PloverType type = trigger.entry().type();
      if (type == null || type != PloverType.PROTEST && !BY_CONTENT.contains(type)) {
        return List.of();
      }
      int head = trigger.clause();
      if (type == PloverType.THREATEN || announced(type) == PloverType.THREATEN) {
        List<Integer> warned = conditionSubjects(head);
        if (!warned.isEmpty()) {
          return warned;
        }
      }
      int clause = complement(trigger);
      List<Integer> told = clause < 0 ? List.of() : within(clause);
      return told.isEmpty() ? within(head) : told;
    }

    /** "restrictions on its market for the union's members": what is named first is one's own. */
    private boolean isAboutOwn(Trigger trigger, List<Integer> heads) {
      PloverType type = trigger.entry().type();
      return type != null
          && (type == PloverType.PROTEST || BY_CONTENT.contains(type))
          && !heads.isEmpty()
          && heads.stream().allMatch(h -> !syntax.isPronoun(h) && isOwn(h));
    }

    /** "threatened to strike unless the firm pays": who can avert it. */
    private List<Integer> conditionSubjects(int verb) {
      for (int child : syntax.children(verb)) {
        int mark = syntax.is(child, "advcl") ? syntax.child(child, "mark") : -1;
        int subject = mark < 0 ? -1 : syntax.child(child, "nsubj");
        if (subject >= 0
            && Set.of("unless", "if", "until").contains(syntax.lower(mark))
            && isParty(subject)) {
          return syntax.conjuncts(subject);
        }
      }
      return List.of();
    }

    /** "imposed a curfew in Malta": the place stands for its people. */
    private List<Integer> where(Trigger trigger) {
      for (String preposition : List.of("in", "from")) {
        List<Integer> heads =
            nested(trigger, preposition).stream()
                .filter(h -> syntax.isName(syntax.counted(h)) || isNamedPlace(h))
                .toList();
        if (!heads.isEmpty()) {
          return heads;
        }
      }
      return List.of();
    }

    /** "the town of Gorazde". */
    private boolean isNamedPlace(int noun) {
      return syntax.hasChild(
          noun,
          c ->
              syntax.is(c, "nmod", "appos", "flat", "compound")
                  && syntax.token(c).entity() == EntityType.LOC);
    }

    private List<Integer> slot(Trigger trigger, String slot) {
      int head = trigger.head();
      return switch (slot) {
        case "subj" ->
            participating(
                trigger.entry().words().get(0).equals("be")
                    ? roles.undergoers(head)
                    : roles.agents(head));
        case "obj" -> trigger.object() < 0 ? List.of() : syntax.conjuncts(trigger.object());
        case "iobj" -> roles.indirectObjects(head);
        case "poss" -> roles.possessors(trigger.object() >= 0 ? trigger.object() : head);
        case "speaker" -> speakers(head);
        case "modal" -> syntax.head(head) < 0 ? List.of() : roles.undergoers(syntax.head(head));
        case "comp" -> roles.complementSubjects(head);
        case "emb" -> embedded(trigger);
        default -> phrases(trigger, slot);
      };
    }

    private List<Integer> speakers(int word) {
      int clause = syntax.pos(word).equals("MD") ? syntax.head(word) : word;
      return clause < 0 ? List.of() : roles.speakers(clause);
    }

    private List<Integer> participating(List<Integer> heads) {
      return heads.stream()
          .filter(h -> !syntax.lower(h).equals("there") && !Roles.isTimeWord(syntax.lower(h)))
          .toList();
    }

    private List<Integer> phrases(Trigger trigger, String preposition) {
      List<Integer> governors = new ArrayList<>(List.of(trigger.head()));
      if (trigger.lightVerb() >= 0) {
        governors.add(trigger.lightVerb());
      }
      if (trigger.object() >= 0) {
        governors.add(trigger.object());
        syntax.children(trigger.object()).stream()
            .filter(c -> syntax.is(c, "acl") && syntax.pos(c).equals("VBN"))
            .forEach(governors::add); // "a ban imposed on"
      }
      for (int governor : governors) {
        List<Integer> heads = roles.phrases(governor, preposition);
        if (!DIRECTED.contains(preposition)) {
          heads = heads.stream().filter(this::isParty).toList();
        }
        if (!heads.isEmpty()) {
          return heads;
        }
      }
      if (preposition.equals("by")) {
        return trigger.isNominal(syntax) ? agentOfNoun(trigger.head()) : List.of();
      }
      return DIRECTED.contains(preposition) ? nested(trigger, preposition) : List.of();
    }

    /** "the arrest of the leader by police": the agent hangs on what it was done to. */
    private List<Integer> agentOfNoun(int noun) {
      for (int child : syntax.children(noun)) {
        if (child > noun && syntax.is(child, "nmod") && syntax.preposition(child).equals("of")) {
          return roles.phrases(child, "by");
        }
      }
      return List.of();
    }

    /** "gave 2 million in aid to Malawi": a phrase that hangs on another one. */
    private List<Integer> nested(Trigger trigger, String preposition) {
      List<Integer> level = List.of(trigger.clause());
      for (int depth = 0; depth < 3; depth++) {
        List<Integer> next = new ArrayList<>();
        for (int governor : level) {
          for (int child : syntax.children(governor)) {
            if (child > trigger.clause() && syntax.is(child, "obj", "obl", "nmod", "dep")) {
              next.add(child);
            }
          }
        }
        for (int governor : next) {
          List<Integer> heads =
              roles.phrases(governor, preposition).stream().filter(this::isParty).toList();
          if (!heads.isEmpty()) {
            return heads;
          }
        }
        level = next;
      }
      return List.of();
    }

    /** Whether a phrase can be a side of an event: names, nationalities, people. */
    private boolean isParty(int noun) {
      int head = syntax.counted(noun);
      return syntax.isName(head)
          || participants.isActor(syntax, head)
          || people.contains(syntax.lemma(head))
          || syntax.pos(head).equals("PRP")
          || participants.isNational(syntax, head)
          || syntax.hasChild(
              head,
              c ->
                  syntax.isName(c)
                      || participants.isActor(syntax, c)
                      || c < head && participants.isNational(syntax, c));
    }

    /** The recipient of the clause that a trigger governs. */
    private List<Integer> embedded(Trigger trigger) {
      Trigger governed = governed(trigger);
      if (governed != null) {
        List<Integer> heads = slots(governed, governed.entry().frame().recipients(), false);
        if (!heads.isEmpty()) {
          return heads;
        }
      }
      int clause = complement(trigger);
      if (clause < 0) {
        return List.of();
      }
      List<Integer> objects =
          roles.objects(clause).stream().filter(o -> isParty(o) && isSide(o)).toList();
      if (!objects.isEmpty()) {
        return objects;
      }
      Trigger inner =
          new Trigger(
              trigger.entry(),
              clause,
              List.of(clause),
              TriggerFinder.object(syntax, clause),
              -1,
              null);
      for (String slot :
          List.of("to", "with", "against", "on", "for", "from", "in", "of", "at", "into")) {
        List<Integer> heads = phrases(inner, slot);
        if (!heads.isEmpty()) {
          return heads;
        }
      }
      return within(clause);
    }

    /**
     * The party nearest to a verb among all that it governs, other clauses left out; else the
     * nearest thing that is a party's.
     */
    private List<Integer> within(int clause) {
      List<Integer> level = List.of(clause);
      int thing = -1;
      for (int depth = 0; depth < DEEP && !level.isEmpty(); depth++) {
        List<Integer> next = new ArrayList<>();
        for (int governor : level) {
          for (int child : syntax.children(governor)) {
            if (child > clause && isInner(child)) {
              next.add(child);
            }
          }
        }
        for (int noun : next) {
          if (!syntax.is(noun, "obj", "iobj", "obl", "nmod") || isOwn(noun)) {
            continue;
          }
          if (isPartyItself(noun)) {
            return syntax.conjuncts(noun);
          }
          thing = thing < 0 && isPartys(noun) ? noun : thing;
        }
        level = next;
      }
      return thing < 0 ? List.of() : syntax.conjuncts(thing);
    }

    /** "its troops", "their weapons": what belongs to who acts is no other side. */
    private boolean isOwn(int noun) {
      return syntax.pos(noun).equals("PRP")
          || Roles.isTimeWord(syntax.lower(noun))
          || syntax.hasChild(noun, c -> syntax.pos(c).equals("PRP$"))
              && !people.contains(syntax.lemma(noun));
    }

    /** Whether an object of a promise is whom it is made to rather than what it is about. */
    private boolean isSide(int noun) {
      return syntax.pos(noun).equals("PRP")
          || !isOwn(noun) && !FORCES.contains(syntax.lemma(syntax.counted(noun)));
    }

    private boolean isPartyItself(int noun) {
      int head = syntax.counted(noun);
      return (syntax.isName(head)
              || participants.isActor(syntax, head)
              || participants.isNational(syntax, head)
              || people.contains(syntax.lemma(head)))
          && !FORCES.contains(syntax.lemma(head));
    }

    /** "US mediation", "Greece's market": a thing with its owner before it. */
    private boolean isPartys(int noun) {
      return syntax.hasChild(
          noun,
          c ->
              c < noun
                  && (syntax.isName(c)
                      || participants.isNational(syntax, c)
                      || participants.isActor(syntax, c)));
    }

    /** Objects, phrases that tell no circumstance, and infinitives. */
    private boolean isInner(int child) {
      if (syntax.is(child, "obl", "nmod")) {
        String preposition = syntax.preposition(child);
        return !preposition.isEmpty() && !CIRCUMSTANTIAL.contains(preposition);
      }
      return syntax.is(child, "obj", "iobj", "xcomp")
          || syntax.is(child, "advcl", "acl") && isTelic(child);
    }

    private boolean isTelic(int verb) {
      return syntax.isInfinitive(verb) || syntax.pos(verb).equals("VBG");
    }

    private List<Participant> participantsOf(List<Integer> heads) {
      return heads.stream()
          .flatMap(
              head -> participants.of(syntax, head).stream().filter(side -> !isNobody(head, side)))
          .toList();
    }

    /** Marks, times, measures, and pronouns that stand for nobody known: no side of anything. */
    private boolean isNobody(int head, Participant side) {
      if (side.actor() != null || side.country() != null) {
        return false;
      }
      String word = syntax.lower(head);
      return NOBODY.contains(word)
          || Roles.isTimeWord(syntax.lemma(head))
          || !NOMINAL.matcher(syntax.pos(head)).matches();
    }

    private double confidence(Trigger trigger, List<Participant> left, List<Participant> right) {
      double value = 0.5;
      value += left.isEmpty() ? 0 : 0.15;
      value += right.isEmpty() ? 0 : 0.1;
      value += trigger.isNominal(syntax) && trigger.lightVerb() < 0 ? -0.1 : 0.1;
      value += trigger.entry().constraints().isEmpty() ? 0 : 0.05;
      return value;
    }
  }

  static boolean isConflict(PloverType type) {
    return type.quad() == Quad.MATERIAL_CONFLICT || type.quad() == Quad.VERBAL_CONFLICT;
  }
}
