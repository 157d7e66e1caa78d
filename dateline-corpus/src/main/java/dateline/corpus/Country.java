package dateline.corpus;

import java.util.List;

/** A real country in which made-up things happen. */
record Country(
    String name,
    String code,
    String demonym,
    List<String> cities,
    String culture,
    double lat,
    double lon) {

  String capital() {
    return cities.get(0);
  }
}
