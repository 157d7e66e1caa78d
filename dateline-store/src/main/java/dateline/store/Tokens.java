package dateline.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words of the full text that stand for what is looked up exactly: {@code xkstatement}, {@code
 * xcnor}, {@code xsgov}, {@code xnkarilunde}. A letter after the {@code x} says what it is; the
 * value is squashed to lower-case letters and digits, so that it is one word for the index.
 */
final class Tokens {

  private final Set<String> tokens = new LinkedHashSet<>();

  Tokens(String kind, @Nullable String outlet) {
    tokens.add(kind(kind));
    add("xo", outlet);
  }

  private void add(String prefix, @Nullable String value) {
    if (value != null) {
      tokens.add(token(prefix, value));
    }
  }

  Tokens type(String type) {
    add("xt", type);
    return this;
  }

  Tokens country(@Nullable String code) {
    add("xc", code);
    return this;
  }

  Tokens sectors(List<String> codes) {
    codes.forEach(code -> add("xs", code));
    return this;
  }

  Tokens place(@Nullable String name) {
    add("xp", name);
    return this;
  }

  Tokens factuality(String code) {
    add("xf", code);
    return this;
  }

  /**
   * @param name null: the outlet itself
   */
  Tokens assertedBy(@Nullable String name) {
    tokens.add(claimed(name != null));
    return name(Query.Role.CLAIMANT, name);
  }

  Tokens name(Query.Role role, @Nullable String name) {
    add(prefix(role), name);
    return this;
  }

  private static String prefix(Query.Role role) {
    return "xn" + role.name().toLowerCase(Locale.ROOT).charAt(0);
  }

  /** Asked for where all kinds have one full text: by PostgreSQL. */
  static String kind(String kind) {
    return "xk" + kind;
  }

  static String claimed(boolean claimed) {
    return claimed ? "xbclaim" : "xboutlet";
  }

  static String who(Query.Role role, String name) {
    return token(prefix(role), name);
  }

  /** One word for the index; a value without a letter or digit gives the bare prefix. */
  static String token(String prefix, @Nullable String value) {
    StringBuilder token = new StringBuilder(prefix);
    if (value != null) {
      Folding.of(value)
          .codePoints()
          .filter(Character::isLetterOrDigit)
          .forEach(token::appendCodePoint);
    }
    return token.toString();
  }

  @Override
  public String toString() {
    return String.join(" ", tokens);
  }
}
