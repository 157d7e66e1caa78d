package dateline.actor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Someone whom news often names, with what they were and when.
 *
 * @param gender {@code m}, {@code f}, or {@code g} for a group whose standing changes
 * @param country their own country
 */
record Person(String name, char gender, String country, List<Role> roles) {

  /** Codes of a role that stand in the country's place. */
  private static final Set<String> CODES = Set.of("UNO", "IGO", "EUR", "NGO");

  /** Offices that leave one an elite when they end (PLOVER's ELI: former officials). */
  private static final Set<String> OFFICES =
      Set.of("GOV", "LEG", "MIL", "JUD", "SPY", "PRE", "COP");

  Person {
    roles = List.copyOf(roles);
  }

  /**
   * What someone was for a while.
   *
   * @param to the first day on which they were it no more; null when still so
   */
  record Role(String sector, LocalDate from, @Nullable LocalDate to, String title) {

    boolean holdsOn(LocalDate day) {
      return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    boolean isOver(LocalDate day) {
      return to != null && !day.isBefore(to);
    }
  }

  /** What they were on a day. */
  record Standing(String country, String sector, @Nullable String title) {}

  Standing on(LocalDate day) {
    Role latest = null;
    for (Role role : roles) {
      if (role.holdsOn(day) && (latest == null || !role.from().isBefore(latest.from()))) {
        latest = role;
      }
    }
    if (latest != null) {
      return standing(latest);
    }
    Role last = null;
    for (Role role : roles) {
      if (role.isOver(day) && (last == null || role.from().isAfter(last.from()))) {
        last = role;
      }
    }
    if (last == null) {
      return standing(roles.get(0));
    }
    Standing was = standing(last);
    return OFFICES.contains(was.sector()) ? new Standing(country, "ELI", null) : was;
  }

  private Standing standing(Role role) {
    return CODES.contains(role.sector())
        ? new Standing(role.sector(), "GOV", role.title())
        : new Standing(country, role.sector(), role.title());
  }

  /** Reads the cell of dated roles: {@code GOV 2003-10..2008 president; …}. */
  static List<Role> roles(String cell) {
    List<Role> roles = new ArrayList<>();
    for (String part : cell.split(";")) {
      String[] fields = part.strip().split(" ", 3);
      int dots = fields[1].indexOf("..");
      String to = fields[1].substring(dots + 2);
      roles.add(
          new Role(
              fields[0],
              day(fields[1].substring(0, dots)),
              to.isEmpty() ? null : day(to),
              fields[2]));
    }
    return roles;
  }

  /** First day of a year, month or day. */
  private static LocalDate day(String text) {
    return LocalDate.parse(text + "-01-01".substring(text.length() - 4));
  }
}
