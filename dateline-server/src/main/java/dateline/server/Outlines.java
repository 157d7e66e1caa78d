package dateline.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The countries' outlines: Natural Earth, 1:110 million, in the public domain, as TopoJSON. Made
 * once into paths of a drawing; see {@link Projection}.
 */
final class Outlines {

  private static final String FILE = "outlines/world_110m.json";

  /** Path data by ISO 3166-1 alpha-3 code. */
  private static final Map<String, String> COUNTRIES = load();

  private Outlines() {}

  /** Path data ({@code d} of an SVG path) of each country, by ISO 3166-1 alpha-3 code. */
  static Map<String, String> countries() {
    return COUNTRIES;
  }

  private static Map<String, String> load() {
    try (InputStream in = Outlines.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from dateline-server");
      }
      return read(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new IllegalStateException("can't read " + FILE, e);
    }
  }

  private static Map<String, String> read(JsonNode topology) {
    List<List<double[]>> arcs = new ArrayList<>();
    JsonNode scale = topology.path("transform").path("scale");
    JsonNode translate = topology.path("transform").path("translate");
    for (JsonNode arc : topology.path("arcs")) {
      // TopoJSON 3.2: positions of an arc are differences to the one before, as integers.
      List<double[]> points = new ArrayList<>();
      long x = 0;
      long y = 0;
      for (JsonNode step : arc) {
        x += step.get(0).asLong();
        y += step.get(1).asLong();
        points.add(
            new double[] {
              x * scale.get(0).asDouble() + translate.get(0).asDouble(),
              y * scale.get(1).asDouble() + translate.get(1).asDouble()
            });
      }
      arcs.add(points);
    }
    Map<String, String> paths = new TreeMap<>();
    for (JsonNode country : topology.path("objects").path("countries").path("geometries")) {
      StringBuilder path = new StringBuilder();
      if (country.path("type").asText().equals("Polygon")) {
        polygon(country.path("arcs"), arcs, path);
      } else {
        country.path("arcs").forEach(polygon -> polygon(polygon, arcs, path));
      }
      paths.merge(country.path("id").asText(), path.toString(), String::concat);
    }
    return paths;
  }

  private static void polygon(JsonNode rings, List<List<double[]>> arcs, StringBuilder path) {
    for (JsonNode ring : rings) {
      String command = "M";
      double before = Double.NaN;
      for (JsonNode number : ring) {
        int index = number.asInt();
        List<double[]> arc = arcs.get(index < 0 ? ~index : index);
        for (int i = 0; i < arc.size(); i++) {
          double[] point = arc.get(index < 0 ? arc.size() - 1 - i : i);
          // A step over the date line is a jump, not a line across the map.
          if (Math.abs(point[0] - before) > 180) {
            command = "M";
          }
          before = point[0];
          path.append(command)
              .append(tenth(Projection.x(point[0], point[1])))
              .append(' ')
              .append(tenth(Projection.y(point[1])));
          command = "L";
        }
      }
      path.append('Z');
    }
  }

  private static String tenth(double number) {
    long tenths = Math.round(number * 10);
    return tenths % 10 == 0
        ? Long.toString(tenths / 10)
        : tenths / 10 + "." + Math.abs(tenths % 10);
  }
}
