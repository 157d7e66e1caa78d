package dateline.story;

import dateline.model.Actor;
import dateline.model.Statement;
import dateline.story.Story.Form;
import dateline.story.Story.SameStatement;
import dateline.story.Story.Telling;
import dateline.story.Story.Variant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the same statement in a story's articles: whole, cut, altered or told indirectly. Two forms
 * are one statement when one speaker says them and most content words of the shorter are in the
 * longer; with no or another speaker, when nearly all are.
 */
final class SameStatements {

  /** Share of the shorter form's content words, for one speaker (tuned on seed 1). */
  private static final double ALIKE = 0.6;

  /** The same, when the speaker is not known to be the same. */
  private static final double ALIKE_ANYWAY = 0.85;

  private static final int FEWEST_STEMS = 2;
  private static final int FEWEST_STEMS_ANYWAY = 5;

  private SameStatements() {}

  /** Words that somebody is said to have said, as some articles print them. */
  private static final class Printed {
    final String family;
    final boolean quoted;
    final String text;
    final List<String> words;
    final Set<String> stems = new HashSet<>();
    final List<Telling> tellings = new ArrayList<>();
    final Set<String> sources = new TreeSet<>();
    final Map<String, Integer> speakers = new LinkedHashMap<>();

    /** Whether an outlet that printed it said later that this was wrong. */
    boolean isTakenBack;

    Printed(String family, boolean quoted, String text, List<String> words) {
      this.family = family;
      this.quoted = quoted;
      this.text = text;
      this.words = words;
      words.stream().filter(word -> !Words.isCommon(word)).map(Words::stem).forEach(stems::add);
    }

    String firstTold() {
      String first = tellings.get(0).published();
      return first == null ? "~" : first;
    }

    boolean isStillTold() {
      return tellings.stream().anyMatch(telling -> telling.revision() == null);
    }
  }

  /** The statements of a story's articles, by first telling. */
  static List<SameStatement> of(List<Told> articles) {
    return of(articles, (article, statement) -> true);
  }

  /** Of those statements of articles that are wanted. */
  static List<SameStatement> of(List<Told> articles, BiPredicate<String, String> wanted) {
    List<Printed> forms = forms(articles, wanted);
    List<SameStatement> statements = new ArrayList<>();
    for (List<Integer> component : Components.of(forms, SameStatements::areOne).all()) {
      statements.add(statement(component.stream().map(forms::get).toList()));
    }
    statements.sort(
        Comparator.comparing(
                SameStatement::first, Comparator.nullsLast(Comparator.<String>naturalOrder()))
            .thenComparing(SameStatement::longest));
    return statements;
  }

  private static List<Printed> forms(List<Told> articles, BiPredicate<String, String> wanted) {
    Map<String, Printed> forms = new LinkedHashMap<>();
    for (Told article : articles) {
      for (Statement statement : article.record.statements()) {
        if (statement.type() == Statement.Type.COMMUNICATION
            && wanted.test(article.id(), statement.id())) {
          tell(forms, article, statement, article, null);
        }
      }
      List<List<String>> now = article.earlier.isEmpty() ? List.of() : quotes(article);
      for (int i = 0; i < article.earlier.size(); i++) {
        tellChanged(forms, article, now, article.earlier.get(i), i + 1);
      }
    }
    return List.copyOf(forms.values());
  }

  private static List<List<String>> quotes(Told article) {
    return article.record.statements().stream()
        .filter(statement -> statement.kind() != Statement.Kind.INDIRECT)
        .map(statement -> Words.of(article.printed(statement)))
        .toList();
  }

  /**
   * Quotes of an earlier revision that the article has in other words now.
   *
   * @param now what the article quotes now
   */
  private static void tellChanged(
      Map<String, Printed> forms,
      Told article,
      List<List<String>> now,
      Told earlier,
      int revision) {
    List<Printed> changed = new ArrayList<>();
    for (Statement statement : earlier.record.statements()) {
      if (statement.type() == Statement.Type.COMMUNICATION
          && statement.kind() != Statement.Kind.INDIRECT
          && isContradicted(Words.of(earlier.printed(statement)), now)) {
        Printed form = tell(forms, earlier, statement, article, revision);
        if (form != null) {
          changed.add(form);
        }
      }
    }
    if (!changed.isEmpty() && Edits.isAdmitted(earlier.record, article.record)) {
      changed.forEach(form -> form.isTakenBack = true);
    }
  }

  private static boolean isContradicted(List<String> words, List<List<String>> now) {
    return !now.contains(words)
        && now.stream().anyMatch(each -> Wordings.of(words, each) == Wordings.CONTRADICT);
  }

  /**
   * @param told the revision that has the statement
   * @param article the article as it is now
   */
  private static @Nullable Printed tell(
      Map<String, Printed> forms,
      Told told,
      Statement statement,
      Told article,
      @Nullable Integer revision) {
    boolean quoted = statement.kind() != Statement.Kind.INDIRECT;
    String text = told.printed(statement);
    List<String> words = Words.of(text);
    if (words.isEmpty()) {
      return null;
    }
    Actor speaker = told.actor(statement.speaker());
    String family = speaker == null ? "" : Names.family(speaker.name());
    String key = family + "|" + quoted + "|" + String.join(" ", words);
    Printed form = forms.computeIfAbsent(key, k -> new Printed(family, quoted, tidy(text), words));
    form.tellings.add(
        new Telling(
            article.id(),
            statement.id(),
            article.outlet(),
            article.source,
            told.published(),
            statement.kind(),
            revision));
    form.sources.add(article.source);
    if (speaker != null) {
      form.speakers.merge(speaker.name(), 1, Integer::sum);
    }
    return form;
  }

  /** A quote's last comma is the article's, not the speaker's. */
  private static String tidy(String text) {
    String tidy = text.strip();
    return tidy.endsWith(",") ? tidy.substring(0, tidy.length() - 1) : tidy;
  }

  private static boolean areOne(Printed one, Printed other) {
    int fewest = Math.min(one.stems.size(), other.stems.size());
    Set<String> both = new HashSet<>(one.stems);
    both.retainAll(other.stems);
    double share = fewest == 0 ? 0 : (double) both.size() / fewest;
    return !one.family.isEmpty() && one.family.equals(other.family)
        ? fewest >= FEWEST_STEMS && share >= ALIKE
        : fewest >= FEWEST_STEMS_ANYWAY && share >= ALIKE_ANYWAY;
  }

  private static SameStatement statement(List<Printed> forms) {
    Map<Printed, Set<String>> support = new HashMap<>();
    Printed longest =
        forms.stream()
            .min(
                Comparator.comparing((Printed form) -> !form.quoted)
                    .thenComparing(form -> -form.words.size())
                    .thenComparing(form -> -support(form, forms, support).size())
                    .thenComparing(Printed::firstTold)
                    .thenComparing(form -> form.text))
            .orElseThrow();
    Set<Printed> altered = altered(forms, support);
    if (altered.contains(longest)) {
      longest = better(longest, forms, altered);
    }
    Printed reference = longest;
    List<Variant> variants = new ArrayList<>();
    for (Printed form : forms) {
      Form kind = kind(form, reference, altered);
      variants.add(
          new Variant(
              kind,
              form.text,
              kind == Form.INDIRECT || form == reference
                  ? List.of()
                  : WordDiff.of(reference.text, form.text),
              form.tellings));
    }
    variants.sort(
        Comparator.comparing((Variant variant) -> !variant.words().equals(reference.text))
            .thenComparing(variant -> -variant.tellings().size())
            .thenComparing(Variant::form)
            .thenComparing(Variant::words));
    Set<String> articles = new HashSet<>();
    Set<String> sources = new HashSet<>();
    forms.forEach(form -> form.tellings.forEach(telling -> articles.add(telling.article())));
    forms.forEach(form -> sources.addAll(form.sources));
    List<String> names = names(forms);
    return new SameStatement(
        names.isEmpty() ? null : names.get(0),
        names.isEmpty() ? List.of() : names.subList(1, names.size()),
        reference.text,
        first(forms),
        articles.size(),
        sources.size(),
        !altered.isEmpty(),
        variants);
  }

  /** The longest quoted form that nobody contradicts, else the given one. */
  private static Printed better(Printed longest, List<Printed> forms, Set<Printed> altered) {
    return forms.stream()
        .filter(form -> form.quoted && !altered.contains(form))
        .min(
            Comparator.comparing((Printed form) -> -form.words.size())
                .thenComparing(Printed::firstTold)
                .thenComparing(form -> form.text))
        .orElse(longest);
  }

  private static Form kind(Printed form, Printed reference, Set<Printed> altered) {
    if (!form.quoted) {
      return reference.quoted || form != reference ? Form.INDIRECT : Form.WHOLE;
    }
    if (altered.contains(form)) {
      return Form.ALTERED;
    }
    if (form.words.equals(reference.words)) {
      return Form.WHOLE;
    }
    return Wordings.of(reference.words, form.words) == Wordings.OTHER ? Form.REWORDED : Form.CUT;
  }

  /**
   * Of two forms that contradict each other, the one that the outlet took back; else the one that
   * fewer independent sources support; when as many do, the one in fewer articles; when those are
   * as many, the one that was told later.
   *
   * @param support what is known of it already
   */
  private static Set<Printed> altered(List<Printed> forms, Map<Printed, Set<String>> support) {
    List<Printed> quoted = forms.stream().filter(form -> form.quoted).toList();
    if (quoted.size() < 2) {
      return Set.of();
    }
    quoted.forEach(form -> support(form, forms, support));
    List<Witness> witnesses =
        forms.stream()
            .filter(form -> !form.quoted)
            .map(form -> new Witness(form.words, form.sources))
            .toList();
    Set<Printed> altered = new LinkedHashSet<>();
    for (Printed form : quoted) {
      for (Printed other : quoted) {
        if (form != other
            && Wordings.of(other.words, form.words) == Wordings.CONTRADICT
            && isWorse(form, other, support, witnesses)) {
          altered.add(form);
        }
      }
    }
    return altered;
  }

  private static boolean isWorse(
      Printed form, Printed other, Map<Printed, Set<String>> support, List<Witness> witnesses) {
    Set<String> forForm = new HashSet<>(support.getOrDefault(form, Set.of()));
    Set<String> forOther = new HashSet<>(support.getOrDefault(other, Set.of()));
    Witness.Dispute dispute = Witness.Dispute.of(form.words, other.words);
    for (Witness witness : witnesses) {
      int vote = witness.vote(dispute);
      if (vote != 0) {
        (vote > 0 ? forForm : forOther).addAll(witness.sources());
      }
    }
    return Comparator.comparing((Printed each) -> each.isTakenBack)
            .thenComparing(each -> -(each == form ? forForm : forOther).size())
            .thenComparing(each -> -each.tellings.size())
            .thenComparing(Printed::firstTold)
            .thenComparing(Printed::isStillTold)
            .thenComparing(each -> each.text)
            .compare(form, other)
        > 0;
  }

  /**
   * Sources that print this form or one that agrees with it.
   *
   * @param known what was asked for before; gets the answer
   */
  private static Set<String> support(
      Printed form, List<Printed> forms, Map<Printed, Set<String>> known) {
    return known.computeIfAbsent(form, each -> support(each, forms));
  }

  private static Set<String> support(Printed form, List<Printed> forms) {
    Set<String> sources = new HashSet<>(form.sources);
    for (Printed other : forms) {
      if (other.quoted && Wordings.of(form.words, other.words) == Wordings.AGREE) {
        sources.addAll(other.sources);
      }
    }
    return sources;
  }

  /** Names of the speaker, the longest first. */
  private static List<String> names(List<Printed> forms) {
    Set<String> names = new TreeSet<>();
    forms.forEach(form -> names.addAll(form.speakers.keySet()));
    return names.stream()
        .sorted(Comparator.comparing((String name) -> -name.length()).thenComparing(name -> name))
        .toList();
  }

  private static @Nullable String first(List<Printed> forms) {
    return forms.stream()
        .map(Printed::firstTold)
        .filter(first -> !first.equals("~"))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
