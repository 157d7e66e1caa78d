package dateline.event;

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
          PloverType.ASSAULT);

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
  private final Set<String> people;

  SentenceReader(
      TriggerFinder triggers,
      FactualityJudge factuality,
      Complements complements,
      Set<String> people) {
    this.triggers = triggers;
    this.factuality = factuality;
    this.complements = complements;
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
      return new SentenceMerger(syntax).merge(withoutBackground(candidates));
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
      return candidate.actors().isEmpty() && !candidate.bySpeaker()
          ? candidate.withParticipants(participants(main.sources()), candidate.recipients())
          : candidate;
    }

    private List<Participant> participants(List<MainEvent.Words> sides) {
      List<Participant> found = new ArrayList<>();
      for (MainEvent.Words words : sides) {
        for (int i = words.first(); i <= words.last(); i++) {
          int head = syntax.head(i);
          if (head < words.first() || head > words.last()) {
            found.add(participants.of(syntax, i));
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
      if (entry.type() == null) {
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
      List<Integer> others = recipients.stream().filter(r -> !isEachOther(r)).toList();
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
      for (String slot : slots) {
        List<Integer> heads = slot(trigger, slot);
        if (!heads.isEmpty()) {
          return heads;
        }
      }
      return actor || slots.isEmpty() ? List.of() : elsewhere(trigger, slots);
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
      return LOCAL.contains(trigger.entry().type()) ? where(trigger) : List.of();
    }

    /** "imposed a curfew in Malta": the place stands for its people. */
    private List<Integer> where(Trigger trigger) {
      for (String preposition : List.of("in", "from")) {
        List<Integer> heads =
            nested(trigger, preposition).stream()
                .filter(h -> syntax.isName(syntax.counted(h)))
                .toList();
        if (!heads.isEmpty()) {
          return heads;
        }
      }
      return List.of();
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
      return DIRECTED.contains(preposition) && !preposition.equals("by")
          ? nested(trigger, preposition)
          : List.of();
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
          || syntax.hasChild(head, c -> syntax.isName(c) || participants.isActor(syntax, c));
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
      List<Integer> objects = roles.objects(clause).stream().filter(this::isParty).toList();
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
      return List.of();
    }

    private List<Participant> participantsOf(List<Integer> heads) {
      return heads.stream().map(head -> participants.of(syntax, head)).toList();
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
