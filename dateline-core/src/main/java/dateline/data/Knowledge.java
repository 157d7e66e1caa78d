package dateline.data;

import dateline.text.Sha256;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The release's rules, lexicons and gazetteer by the part of the reading that they serve, each
 * known by a hash of its files. Where rules stand beside examples, those are not part of it.
 * Thread-safe.
 */
public final class Knowledge {

  /** The files that a part reads; "page" has all that a page is read with. */
  private static final Map<String, List<String>> FILES =
      Map.of(
          "page",
          List.of(
              "page/agencies.tsv",
              "page/comment-words.tsv",
              "page/dateline-cities.tsv",
              "page/english-words.tsv",
              "page/markup-words.tsv",
              "page/meta-names.tsv",
              "page/months.tsv",
              "page/scrape-lines.tsv",
              "actor/first-names.tsv"),
          "language",
          List.of(
              "language/abbreviations.tsv",
              "language/prefixes.tsv",
              "language/starters.tsv",
              "model/vocab.txt"),
          "attribution",
          List.of("attribution/nouns.tsv", "attribution/venues.tsv", "attribution/verbs.tsv"),
          "actor",
          List.of(
              "actor/cities.tsv",
              "actor/countries.tsv",
              "actor/first-names.tsv",
              "actor/organisations.tsv",
              "actor/persons.tsv",
              "actor/roles.tsv"),
          "event",
          List.of(
              "event/classes.tsv",
              "event/complements.tsv",
              "event/contexts.tsv",
              "event/harm.tsv",
              "event/instruments.tsv",
              "event/irregular.tsv",
              "event/light-verbs.tsv",
              "event/modes.tsv",
              "event/nouns.tsv",
              "event/reporting.tsv",
              "event/verbs.tsv"),
          "time",
          List.of(
              "time/holidays.tsv",
              "time/lists.tsv",
              "time/parts.tsv",
              "time/rules.tsv",
              "time/words.tsv",
              "time/zones.tsv"),
          "place",
          places());

  /** Made when it is first asked for. */
  private static final class Hashes {

    private static final Map<String, String> ALL = made();
  }

  private Knowledge() {}

  private static List<String> places() {
    List<String> files =
        new ArrayList<>(
            List.of(
                "place/areas.tsv",
                "place/countries.tsv",
                "place/cues.tsv",
                "place/files.tsv",
                "place/regions.tsv",
                "place/surroundings.tsv",
                "place/tuning.tsv"));
    Resource.table("place/files.tsv").forEach(row -> files.add("place/" + row[0]));
    return List.copyOf(files);
  }

  /** Every file that some part reads. */
  static List<String> files() {
    return FILES.values().stream().flatMap(List::stream).distinct().sorted().toList();
  }

  /** Name of a part, {@code rules/event}, to {@code sha256:…}, in order of the names. */
  public static Map<String, String> hashes() {
    return Hashes.ALL;
  }

  private static Map<String, String> made() {
    Map<String, String> hashes = new TreeMap<>();
    FILES.forEach(
        (part, files) -> {
          StringBuilder all = new StringBuilder();
          for (String file : files) {
            all.append(file).append(' ').append(Sha256.hex(Resource.bytes(file))).append('\n');
          }
          hashes.put("rules/" + part, "sha256:" + Sha256.hex(all.toString()));
        });
    return Collections.unmodifiableMap(hashes);
  }
}
