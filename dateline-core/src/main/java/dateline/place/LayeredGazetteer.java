package dateline.place;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user's gazetteer over the embedded one. A row of both is the user's row, under the embedded
 * row's names: a name that only one of them knows finds it all the same. Immutable.
 */
public final class LayeredGazetteer implements Gazetteer {

  /** Two rows of one name and kind this near are one place. */
  private static final double SAME_CITY_KM = 50;

  private final Gazetteer imported;
  private final Gazetteer embedded;

  private LayeredGazetteer(Gazetteer imported, Gazetteer embedded) {
    this.imported = imported;
    this.embedded = embedded;
  }

  public static LayeredGazetteer of(Gazetteer imported, Gazetteer embedded) {
    return new LayeredGazetteer(imported, embedded);
  }

  @Override
  public List<Candidate> lookup(String key) {
    List<Candidate> own = embedded.lookup(key);
    List<Candidate> theirs = imported.lookup(key);
    if (own.isEmpty()) {
      return theirs;
    }
    List<Candidate> joined = new ArrayList<>();
    Set<String> taken = new LinkedHashSet<>();
    for (Candidate candidate : own) {
      GazetteerEntry row = counterpart(candidate.entry(), theirs);
      if (row == null) {
        joined.add(candidate);
      } else if (taken.add(row.id())) {
        joined.add(
            new Candidate(merge(row, candidate.entry()), candidate.name(), candidate.form()));
      }
    }
    for (Candidate candidate : theirs) {
      if (!taken.contains(candidate.entry().id())) {
        joined.add(candidate);
      }
    }
    return List.copyOf(joined);
  }

  @Override
  public List<String> attributions() {
    return imported.attributions();
  }

  @Override
  public Map<String, String> imports() {
    return imported.imports();
  }

  private @Nullable GazetteerEntry counterpart(GazetteerEntry entry, List<Candidate> sameKey) {
    GazetteerEntry found = nearest(entry, sameKey);
    return found != null ? found : nearest(entry, imported.lookup(PlaceNames.fold(entry.name())));
  }

  private static @Nullable GazetteerEntry nearest(
      GazetteerEntry entry, List<Candidate> candidates) {
    @Nullable GazetteerEntry best = null;
    for (Candidate candidate : candidates) {
      GazetteerEntry row = candidate.entry();
      if (isSame(entry, row) && (best == null || row.population() > best.population())) {
        best = row;
      }
    }
    return best;
  }

  private static boolean isSame(GazetteerEntry entry, GazetteerEntry row) {
    if (entry.kind() != row.kind()
        || entry.country() == null
        || !entry.country().equals(row.country())) {
      return false;
    }
    return switch (entry.kind()) {
      case COUNTRY, STATE -> true;
      case CITY -> entry.kmTo(row) <= SAME_CITY_KM;
      default -> false;
    };
  }

  private static GazetteerEntry merge(GazetteerEntry row, GazetteerEntry entry) {
    Set<String> names = new LinkedHashSet<>(entry.alternates());
    return new GazetteerEntry(
        row.id(),
        row.kind(),
        entry.name(),
        row.country(),
        row.region(),
        row.hasPoint() ? row.lat() : entry.lat(),
        row.hasPoint() ? row.lon() : entry.lon(),
        Math.max(row.population(), entry.population()),
        entry.capital() || row.capital(),
        List.copyOf(names),
        entry.disputed() || row.disputed());
  }
}
