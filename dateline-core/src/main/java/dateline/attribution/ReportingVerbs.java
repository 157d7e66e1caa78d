package dateline.attribution;

import dateline.data.Resource;
import dateline.model.Statement.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words that attribute, from {@code attribution/*.tsv}. Immutable and thread-safe. */
final class ReportingVerbs {

  /**
   * A verb that attributes.
   *
   * @param frames what it takes; see the data folder's README
   */
  record Verb(String lemma, Type type, Set<String> frames) {

    boolean takes(String frame) {
      return frames.contains(frame);
    }
  }

  private final Map<String, Verb> verbs = new HashMap<>();
  private final Map<String, Type> nouns = new HashMap<>();
  private final Set<String> venues = new HashSet<>();

  private ReportingVerbs() {}

  static ReportingVerbs load() {
    ReportingVerbs words = new ReportingVerbs();
    for (String[] row : Resource.table("attribution/verbs.tsv")) {
      Verb verb = new Verb(row[0], type(row[1]), Set.copyOf(List.of(row[2].split(","))));
      for (String form : row[3].split(" ")) {
        words.verbs.putIfAbsent(form, verb);
      }
    }
    for (String[] row : Resource.table("attribution/nouns.tsv")) {
      words.nouns.put(row[0], type(row[1]));
    }
    for (String[] row : Resource.table("attribution/venues.tsv")) {
      words.venues.add(row[0]);
    }
    return words;
  }

  private static Type type(String name) {
    return Type.valueOf(name.toUpperCase(Locale.ROOT));
  }

  /**
   * @param form lower case
   */
  @Nullable Verb verb(String form) {
    return verbs.get(form);
  }

  /** Type of a noun or adjective that attributes ("hope", "opposed"), in singular or plural. */
  @Nullable Type noun(String form) {
    Type type = nouns.get(form);
    boolean plural = type == null && form.endsWith("s");
    return plural ? nouns.get(form.substring(0, form.length() - 1)) : type;
  }

  boolean isVenue(String form) {
    return venues.contains(form)
        || form.endsWith("s") && venues.contains(form.substring(0, form.length() - 1));
  }
}
