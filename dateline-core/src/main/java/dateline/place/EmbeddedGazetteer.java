package dateline.place;

import dateline.data.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The gazetteer that ships with Dateline: {@code dateline-data/…/place}, written for this project.
 * Immutable and thread-safe; loaded once a Java process.
 */
public final class EmbeddedGazetteer implements Gazetteer {

  private static final String FOLDER = "place/";
  private static final long THOUSAND = 1000;

  private final Map<String, List<Candidate>> index;
  private final List<GazetteerEntry> entries;

  private EmbeddedGazetteer(Map<String, List<Candidate>> index, List<GazetteerEntry> entries) {
    this.index = index;
    this.entries = List.copyOf(entries);
  }

  private static final class Holder {
    static final EmbeddedGazetteer INSTANCE = new Loader().load();
  }

  public static EmbeddedGazetteer load() {
    return Holder.INSTANCE;
  }

  @Override
  public List<Candidate> lookup(String key) {
    return index.getOrDefault(key, List.of());
  }

  @Override
  public List<String> attributions() {
    return List.of();
  }

  @Override
  public Map<String, String> imports() {
    return Map.of();
  }

  /** Every place, in the order of the files. */
  public List<GazetteerEntry> entries() {
    return entries;
  }

  private static final class Loader {

    private final Map<String, List<Candidate>> index = new HashMap<>();
    private final Map<String, Set<String>> capitals = new HashMap<>();
    private final List<GazetteerEntry> entries = new ArrayList<>();

    EmbeddedGazetteer load() {
      Resource.table(FOLDER + "countries.tsv").forEach(this::country);
      Resource.table(FOLDER + "regions.tsv").forEach(this::region);
      Resource.table(FOLDER + "areas.tsv").forEach(this::area);
      for (String[] file : Resource.table(FOLDER + "files.tsv")) {
        Resource.table(FOLDER + file[0]).forEach(this::city);
      }
      return new EmbeddedGazetteer(index, entries);
    }

    private void country(String[] row) {
      List<String> aliases = names(row[3]);
      List<String> capitalNames = names(row[5]);
      capitals.computeIfAbsent(row[0], key -> new LinkedHashSet<>()).addAll(capitalNames);
      GazetteerEntry entry =
          new GazetteerEntry(
              "dateline:" + row[0],
              PlaceKind.COUNTRY,
              row[2],
              row[0],
              null,
              Double.parseDouble(row[6]),
              Double.parseDouble(row[7]),
              Long.parseLong(row[9]) * THOUSAND,
              false,
              aliases,
              row.length > 10 && !row[10].isEmpty());
      add(entry, row[4]);
    }

    private void region(String[] row) {
      GazetteerEntry entry =
          new GazetteerEntry(
              "dateline:" + row[0] + "." + row[1],
              PlaceKind.STATE,
              row[2],
              row[0],
              row[1],
              Double.parseDouble(row[5]),
              Double.parseDouble(row[6]),
              0,
              false,
              names(row[3]),
              row.length > 7 && !row[7].isEmpty());
      add(entry, row[4]);
      if (row[1].length() == 2 && (row[0].equals("USA") || row[0].equals("CAN"))) {
        put(row[1], entry, NameForm.CODE);
      }
    }

    private void area(String[] row) {
      PlaceKind kind =
          switch (row[0]) {
            case "water" -> PlaceKind.WATER;
            case "site" -> PlaceKind.SITE;
            default -> PlaceKind.AREA;
          };
      GazetteerEntry entry =
          new GazetteerEntry(
              id(row[4], "", row[1]),
              kind,
              row[1],
              blankToNull(row[4]),
              null,
              Double.parseDouble(row[5]),
              Double.parseDouble(row[6]),
              0,
              false,
              names(row[2]),
              !row[7].isEmpty());
      add(entry, row[3]);
    }

    private void city(String[] row) {
      boolean capital = capitals.getOrDefault(row[0], Set.of()).contains(row[2]);
      GazetteerEntry entry =
          new GazetteerEntry(
              id(row[0], row[1], row[2]),
              PlaceKind.CITY,
              row[2],
              row[0],
              blankToNull(row[1]),
              Double.parseDouble(row[4]),
              Double.parseDouble(row[5]),
              Math.round(Double.parseDouble(row[6]) * THOUSAND),
              capital && (row[1].isEmpty() || !row[0].equals("USA") || row[1].equals("DC")),
              names(row[3]),
              row.length > 7 && !row[7].isEmpty());
      add(entry, "");
    }

    private void add(GazetteerEntry entry, String adjectives) {
      entries.add(entry);
      put(entry.name(), entry, NameForm.NAME);
      for (String alias : entry.alternates()) {
        put(alias, entry, isAbbreviation(alias) ? NameForm.ABBREVIATION : NameForm.ALIAS);
      }
      for (String adjective : names(adjectives)) {
        put(adjective, entry, NameForm.ADJECTIVE);
      }
    }

    private void put(String name, GazetteerEntry entry, NameForm form) {
      List<Candidate> candidates =
          index.computeIfAbsent(PlaceNames.fold(name), key -> new ArrayList<>(1));
      candidates.add(new Candidate(entry, name, form));
    }

    private static String id(String country, String region, String name) {
      StringBuilder id = new StringBuilder("dateline:");
      for (String part : List.of(country, region)) {
        id.append(part.isEmpty() ? "" : part + ".");
      }
      return id.append(PlaceNames.fold(name).replace(' ', '-')).toString();
    }

    private static List<String> names(String cell) {
      return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }

    private static @Nullable String blankToNull(String cell) {
      return cell.isEmpty() ? null : cell;
    }
  }

  /** "US", "D.C.", "Calif.": all capitals, or a word that ends in a full stop. */
  static boolean isAbbreviation(String name) {
    boolean capitals = name.length() <= 6;
    for (int i = 0; i < name.length() && capitals; i++) {
      char c = name.charAt(i);
      capitals = Character.isUpperCase(c) || c == '.' || c == '&';
    }
    return capitals || name.endsWith(".");
  }
}
