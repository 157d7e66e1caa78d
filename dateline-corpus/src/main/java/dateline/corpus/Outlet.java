package dateline.corpus;

import java.util.Locale;

/** A made-up outlet; {@code spelling} is the column of names that it prints. */
record Outlet(String name, boolean agency, int spelling) {

  String host() {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-") + ".example";
  }
}
