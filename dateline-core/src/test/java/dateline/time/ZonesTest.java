package dateline.time;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.place.CountryCodes;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZonesTest {

  private static final Zones ZONES = Zones.load();
  private static final LocalDateTime WINTER = LocalDateTime.of(2020, 1, 15, 12, 0);

  @ParameterizedTest
  @CsvSource({
    "AZE, 49.9, +04:00", "USA, -74, -05:00", "USA, -87.6, -06:00", "USA, -118.2, -08:00",
    "RUS, 37.6, +03:00", "RUS, 131.9, +10:00", "CAN, -63.6, -04:00", "BRA, -46.6, -03:00",
    "IND, 77.2, +05:30", "GBR, -0.1, Z", "AUS, 151.2, +11:00", "IDN, 106.8, +07:00",
  })
  void citiesKeepTheirTime(String country, double lon, String offset) {
    ZoneId zone = ZONES.at(country, lon);

    assertThat(zone).isNotNull();
    assertThat(zone.getRules().getOffset(WINTER).getId()).isEqualTo(offset);
  }

  @Test
  void everyInhabitedCountryHasAZone() {
    assertThat(CountryCodes.load().byTwoLetters().values())
        .filteredOn(country -> ZONES.at(country, 0) == null)
        .containsExactlyInAnyOrder("ATA", "BVT", "HMD");
  }
}
