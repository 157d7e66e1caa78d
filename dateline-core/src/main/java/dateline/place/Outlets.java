package dateline.place;

import dateline.text.Sha256;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where publications are at home, as somebody told or {@link OutletHomes} learned: "Lancaster" in
 * the Lancaster Eagle-Gazette is the town in Ohio. Immutable and thread-safe.
 */
public final class Outlets {

  public static final Outlets NONE = new Outlets(List.of());

  /**
   * One publication's home.
   *
   * @param outlet its name, or the host of its address without {@code www.}
   * @param place a place's name, or name and container: "Dublin, Ohio"
   */
  public record Home(String outlet, String place) {

    /** Tab-separated, as the file has it. */
    public String line() {
      return outlet + "\t" + place;
    }
  }

  private final List<Home> homes;
  private final Map<String, Home> byOutlet = new HashMap<>();

  private Outlets(List<Home> homes) {
    this.homes = homes;
    homes.forEach(home -> byOutlet.putIfAbsent(key(home.outlet), home));
  }

  /** The first home of an outlet counts. */
  public static Outlets of(Collection<Home> homes) {
    return new Outlets(List.copyOf(homes));
  }

  /**
   * From lines of outlet and place with a tab between; what follows a second tab, blank lines and
   * those that begin with {@code #} are for people.
   *
   * @param file what a message calls it
   * @throws IllegalArgumentException when a line says nothing; the message has file and line
   */
  public static Outlets parse(List<String> lines, String file) {
    List<Home> homes = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      if (cells.length < 2 || cells[0].isBlank() || cells[1].isBlank()) {
        throw new IllegalArgumentException(
            file + ":" + (i + 1) + ": an outlet, a tab and a place are wanted");
      }
      homes.add(new Home(cells[0].trim(), cells[1].trim()));
    }
    return of(homes);
  }

  /** In the order given. */
  public List<Home> homes() {
    return homes;
  }

  /** What a record depends on: {@code outlets} to the digest of these homes; empty for none. */
  public Map<String, String> versions() {
    String all = homes.stream().map(Home::line).collect(Collectors.joining("\n"));
    return homes.isEmpty() ? Map.of() : Map.of("outlets", "sha256:" + Sha256.hex(all));
  }

  /** Whether an outlet's home is told. */
  public boolean knows(String outlet) {
    return byOutlet.containsKey(key(outlet));
  }

  /**
   * The home of a publication, by its name, else by its address.
   *
   * @param outlet as the page names it
   */
  @Nullable Home home(@Nullable String outlet, @Nullable String uri) {
    Home named = outlet == null ? null : byOutlet.get(key(outlet));
    String host = named != null || uri == null ? null : host(uri);
    return host == null ? named : byOutlet.get(host);
  }

  private static String key(String outlet) {
    return outlet.trim().toLowerCase(Locale.ROOT);
  }

  /** The host of an address in lower case, without {@code www.}; null when it has none. */
  static @Nullable String host(String uri) {
    try {
      String host = new URI(uri).getHost();
      String lower = host == null ? "" : host.toLowerCase(Locale.ROOT);
      String bare = lower.startsWith("www.") ? lower.substring(4) : lower;
      return bare.isEmpty() ? null : bare;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
