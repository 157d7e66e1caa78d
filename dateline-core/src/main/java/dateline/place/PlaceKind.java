package dateline.place;

import dateline.model.Place.Precision;

/** What sort of place a gazetteer row is, from the largest to the smallest. */
public enum PlaceKind {
  /** Sovereign states and territories with an ISO 3166-1 code. */
  COUNTRY(Precision.COUNTRY),
  /**
   * Continents, seas of land and other stretches that no government runs: the Sahel, the Midwest.
   */
  AREA(Precision.REGION),
  /** Oceans, seas, straits, lakes, rivers. */
  WATER(Precision.REGION),
  /** First-level divisions: states, provinces, oblasts, governorates. */
  STATE(Precision.REGION),
  /** Second-level divisions: counties, districts. */
  COUNTY(Precision.REGION),
  /** Cities, towns, villages. */
  CITY(Precision.CITY),
  /** Buildings, squares, bases, quarters. */
  SITE(Precision.PLACE);

  private final Precision precision;

  PlaceKind(Precision precision) {
    this.precision = precision;
  }

  public Precision precision() {
    return precision;
  }

  /** Whether the place is run by a government that a country or state name can stand for. */
  public boolean isDivision() {
    return this == COUNTRY || this == STATE || this == COUNTY;
  }
}
