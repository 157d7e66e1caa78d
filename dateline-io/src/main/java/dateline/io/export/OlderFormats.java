package dateline.io.export;

import dateline.io.export.EventView.Dyad;
import dateline.io.export.Table.Column;
import dateline.model.Actor;
import dateline.model.ArticleRecord;
import dateline.model.Event;
import dateline.model.Event.Factuality;
import dateline.model.Event.Participant;
import dateline.model.Place;
import dateline.text.Sha256;
import dateline.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Events in the columns of older data sets, a row for each pair of sides: GDELT 1.0 and Phoenix.
 *
 * <p>These have no place for factuality, so events that the text does not tell as actual are left
 * out; claims are in. What is not known is empty. The columns' meanings, and where they differ from
 * the originals, are in {@code docs/codebook.md}.
 */
public final class OlderFormats {

  /** PLOVER codes that stand where there is no country. */
  private OlderFormats() {}

  /**
   * The 58 columns of GDELT 1.0's event table.
   *
   * @param mentions a row for each mention, as GDELT would count, in place of one for the event
   */
  public static Table gdelt(boolean mentions) {
    List<Column> columns = new ArrayList<>(GDELT_EVENT);
    for (String side : List.of("Actor1", "Actor2")) {
      columns.addAll(gdeltActor(side));
    }
    columns.addAll(GDELT_ACTION);
    for (String where : List.of("Actor1Geo", "Actor2Geo", "ActionGeo")) {
      columns.addAll(gdeltGeo(where));
    }
    columns.add(new Column("DATEADDED", "day of publication, YYYYMMDD"));
    columns.add(new Column("SOURCEURL", "address or file of the article"));
    return new Table("gdelt", columns, record -> rows(record, mentions, OlderFormats::gdelt));
  }

  private static final List<Column> GDELT_EVENT =
      List.of(
          new Column(
              "GLOBALEVENTID",
              "60-bit number made from the record's, the event's and the row's id"),
          new Column("SQLDATE", "day of the event, YYYYMMDD; without one, of publication"),
          new Column("MonthYear", "YYYYMM of that day"),
          new Column("Year", "YYYY of that day"),
          new Column("FractionDate", "year and part of it, (month*30+day)/365"));

  private static final List<Column> GDELT_ACTION =
      List.of(
          new Column("IsRootEvent", "1 when told in the first paragraph, else 0"),
          new Column("EventCode", "closest CAMEO code"),
          new Column("EventBaseCode", "its first three digits"),
          new Column("EventRootCode", "its first two"),
          new Column("QuadClass", "1 for roots 01-05, 2 for 06-08, 3 for 09-13, 4 for 14-20"),
          new Column("GoldsteinScale", "PLOVER's conflict-cooperation value, -10 to 10"),
          new Column("NumMentions", "mentions in the article; 1 in a row for a mention"),
          new Column("NumSources", "1: a row is about one article"),
          new Column("NumArticles", "1"),
          new Column("AvgTone", "empty: tone is not measured"));

  private static List<Column> gdeltActor(String side) {
    return List.of(
        new Column(side + "Code", "country or group code followed by the sectors"),
        new Column(side + "Name", "name in capitals"),
        new Column(side + "CountryCode", "ISO 3166-1 alpha-3"),
        new Column(side + "KnownGroupCode", "IGO, UNO, EUR, NGO, ISM, IMG or MNC"),
        new Column(side + "EthnicCode", "empty: not coded"),
        new Column(side + "Religion1Code", "empty: not coded"),
        new Column(side + "Religion2Code", "empty: not coded"),
        new Column(side + "Type1Code", "primary PLOVER sector"),
        new Column(side + "Type2Code", "second sector"),
        new Column(side + "Type3Code", "third sector"));
  }

  private static List<Column> gdeltGeo(String where) {
    boolean action = where.equals("ActionGeo");
    String told = action ? "" : "; empty: only the event's place is told";
    return List.of(
        new Column(
            where + "_Type",
            action
                ? "1 country, 2 US state, 3 US city or place, 4 city or place, 5 region; 0 none"
                : "0: only the event's place is told"),
        new Column(where + "_FullName", "name of the place" + told),
        new Column(where + "_CountryCode", "ISO 3166-1 alpha-3, where GDELT has FIPS 10-4" + told),
        new Column(where + "_ADM1Code", "empty: not coded"),
        new Column(where + "_Lat", "degrees north" + told),
        new Column(where + "_Long", "degrees east" + told),
        new Column(where + "_FeatureID", "source and id of the gazetteer's row" + told));
  }

  /**
   * The 26 columns of the Phoenix data set.
   *
   * @param mentions a row for each mention in place of one for the event
   */
  public static Table phoenix(boolean mentions) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                new Column("EventID", "the record's, the event's and the row's id"),
                new Column("Date", "day of the event, YYYYMMDD; without one, of publication"),
                new Column("Year", "YYYY of that day"),
                new Column("Month", "MM of that day"),
                new Column("Day", "DD of that day")));
    for (String side : List.of("SourceActor", "TargetActor")) {
      columns.add(new Column(side + "Full", "country or group code followed by the sectors"));
      columns.add(new Column(side + "Entity", "ISO 3166-1 alpha-3, or PLOVER's group code"));
      columns.add(new Column(side + "Role", "primary PLOVER sector"));
      columns.add(new Column(side + "Attribute", "further sectors, joined by semicolons"));
    }
    columns.addAll(
        List.of(
            new Column("EventCode", "closest CAMEO code"),
            new Column("EventRootCode", "its first two digits"),
            new Column(
                "PentaClass",
                "0 for roots 01-02, 1 for 03-05, 2 for 06-08, 3 for 09-13 and 16, 4 else"),
            new Column("GoldsteinScore", "PLOVER's conflict-cooperation value, -10 to 10"),
            new Column("Issues", "PLOVER contexts of the article, joined by semicolons"),
            new Column("Lat", "degrees north"),
            new Column("Lon", "degrees east"),
            new Column("LocationName", "name of the place"),
            new Column("StateName", "empty: not coded"),
            new Column("CountryCode", "ISO 3166-1 alpha-3 of the place"),
            new Column("SentenceID", "the record's id and the sentence's number, from 0"),
            new Column("URLs", "address or file of the article"),
            new Column("NewsSources", "the outlet")));
    return new Table("phoenix", columns, record -> rows(record, mentions, OlderFormats::phoenix));
  }

  /** One row to be: an event, one pair of its sides, one of its mentions. */
  private record Row(
      ArticleRecord record,
      EventView view,
      Event event,
      Dyad dyad,
      List<Span> words,
      int mentions,
      String id) {

    String cameo() {
      return event.cameo() == null ? event.type().cameoRoot() : event.cameo();
    }

    int root() {
      return Integer.parseInt(cameo().substring(0, 2));
    }

    @Nullable String day() {
      String day = view.day(event);
      return day == null ? null : day.replace("-", "");
    }
  }

  /** Makes the cells of a row. */
  @FunctionalInterface
  private interface Cells {
    List<@Nullable Object> of(Row row);
  }

  private static List<List<@Nullable Object>> rows(
      ArticleRecord record, boolean mentions, Cells cells) {
    EventView view = new EventView(record);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Event event : record.events()) {
      if (event.factuality() != Factuality.ACTUAL) {
        continue;
      }
      int number = 0;
      for (List<Span> words : mentions ? event.mentions() : List.of(event.trigger())) {
        for (Dyad dyad : EventView.dyads(event)) {
          String id = record.id() + "-" + event.id() + "-" + number++;
          int count = mentions ? 1 : event.mentions().size();
          rows.add(cells.of(new Row(record, view, event, dyad, words, count, id)));
        }
      }
    }
    return rows;
  }

  private static List<@Nullable Object> gdelt(Row row) {
    List<@Nullable Object> cells = new ArrayList<>();
    String day = row.day();
    cells.add(number(row.id()));
    cells.add(day);
    cells.add(day == null ? null : day.substring(0, 6));
    cells.add(day == null ? null : day.substring(0, 4));
    cells.add(day == null ? null : fraction(day));
    addGdeltActor(cells, row.view(), row.dyad().source());
    addGdeltActor(cells, row.view(), row.dyad().target());
    String code = row.cameo();
    cells.add(row.view().isInLead(row.words()) ? 1 : 0);
    cells.add(code);
    cells.add(code.substring(0, Math.min(3, code.length())));
    cells.add(code.substring(0, 2));
    cells.add(row.root() <= 5 ? 1 : row.root() <= 8 ? 2 : row.root() <= 13 ? 3 : 4);
    cells.add(row.event().score());
    cells.add(row.mentions());
    cells.add(1);
    cells.add(1);
    cells.add(null);
    addGdeltPlace(cells, null);
    addGdeltPlace(cells, null);
    addGdeltPlace(cells, row.view().place(row.event()));
    String published = row.view().published();
    cells.add(published == null ? null : published.replace("-", ""));
    cells.add(row.record().source().uri());
    return cells;
  }

  private static String number(String id) {
    return String.valueOf(Long.parseLong(Sha256.hex(id).substring(0, 15), 16));
  }

  private static String fraction(String day) {
    int month = Integer.parseInt(day.substring(4, 6));
    int date = Integer.parseInt(day.substring(6, 8));
    double year = Integer.parseInt(day.substring(0, 4)) + (month * 30 + date) / 365.0;
    return String.format(Locale.ROOT, "%.4f", year);
  }

  private static void addGdeltActor(
      List<@Nullable Object> cells, EventView view, @Nullable Participant side) {
    if (side == null) {
      cells.addAll(Arrays.asList(new @Nullable Object[10]));
      return;
    }
    boolean group = side.country() != null && Actor.GROUP_CODES.contains(side.country());
    cells.add(full(side));
    cells.add(view.name(side).toUpperCase(Locale.ROOT));
    cells.add(group ? null : side.country());
    cells.add(group ? side.country() : null);
    cells.add(null);
    cells.add(null);
    cells.add(null);
    for (int i = 0; i < 3; i++) {
      cells.add(i < side.sectors().size() ? side.sectors().get(i) : null);
    }
  }

  private static @Nullable String full(Participant side) {
    String code = (side.country() == null ? "" : side.country()) + String.join("", side.sectors());
    return code.isEmpty() ? null : code;
  }

  private static void addGdeltPlace(List<@Nullable Object> cells, @Nullable Place place) {
    cells.add(place == null ? 0 : type(place));
    cells.add(place == null ? null : place.name());
    cells.add(place == null ? null : place.country());
    cells.add(null);
    cells.add(place == null ? null : place.lat());
    cells.add(place == null ? null : place.lon());
    cells.add(place == null ? null : place.gazetteer());
  }

  private static int type(Place place) {
    boolean us = "USA".equals(place.country());
    if (place.precision() == null) {
      return 0;
    }
    return switch (place.precision()) {
      case COUNTRY -> 1;
      case REGION -> us ? 2 : 5;
      case CITY, PLACE -> us ? 3 : 4;
    };
  }

  private static List<@Nullable Object> phoenix(Row row) {
    List<@Nullable Object> cells = new ArrayList<>();
    String day = row.day();
    cells.add(row.id());
    cells.add(day);
    cells.add(day == null ? null : day.substring(0, 4));
    cells.add(day == null ? null : day.substring(4, 6));
    cells.add(day == null ? null : day.substring(6, 8));
    Stream.of(row.dyad().source(), row.dyad().target())
        .forEach(side -> addPhoenixActor(cells, side));
    cells.add(row.cameo());
    cells.add(row.cameo().substring(0, 2));
    cells.add(penta(row.root()));
    cells.add(row.event().score());
    cells.add(joined(row.event().contexts()));
    Place place = row.view().place(row.event());
    cells.add(place == null ? null : place.lat());
    cells.add(place == null ? null : place.lon());
    cells.add(place == null ? null : place.name());
    cells.add(null);
    cells.add(place == null ? null : place.country());
    int sentence = row.view().sentence(row.words());
    cells.add(sentence < 0 ? null : row.record().id() + "_" + sentence);
    cells.add(row.record().source().uri());
    cells.add(row.record().article().outlet());
    return cells;
  }

  private static int penta(int root) {
    if (root <= 2) {
      return 0;
    }
    return root <= 5 ? 1 : root <= 8 ? 2 : root <= 13 || root == 16 ? 3 : 4;
  }

  private static void addPhoenixActor(List<@Nullable Object> cells, @Nullable Participant side) {
    if (side == null) {
      cells.addAll(Arrays.asList(new @Nullable Object[4]));
      return;
    }
    cells.add(full(side));
    cells.add(side.country());
    cells.add(side.sectors().isEmpty() ? null : side.sectors().get(0));
    cells.add(joined(side.sectors().stream().skip(1).toList()));
  }

  private static @Nullable String joined(List<String> values) {
    return values.isEmpty() ? null : String.join(";", values);
  }
}
