package dateline.server;

/**
 * The Equal Earth projection (Šavrič, Patterson and Jenny 2018, “The Equal Earth map projection”,
 * equations 1 to 3) onto a drawing {@value #WIDTH} units wide: areas keep their proportions.
 */
final class Projection {

  static final int WIDTH = 2000;
  static final int HEIGHT = 974;

  private static final double A1 = 1.340264;
  private static final double A2 = -0.081106;
  private static final double A3 = 0.000893;
  private static final double A4 = 0.003796;
  private static final double M = Math.sqrt(3) / 2;

  /** Half the width and height of the projected sphere of radius 1. */
  private static final double X_MOST = 2.7066;

  private static final double Y_MOST = 1.3173;

  private Projection() {}

  /** Units from the left. */
  static double x(double lon, double lat) {
    double t = Math.asin(M * Math.sin(Math.toRadians(lat)));
    double t2 = t * t;
    double t6 = t2 * t2 * t2;
    double x =
        Math.toRadians(lon) * Math.cos(t) / (M * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2)));
    return WIDTH * (x + X_MOST) / (2 * X_MOST);
  }

  /** Units from the top. */
  static double y(double lat) {
    double t = Math.asin(M * Math.sin(Math.toRadians(lat)));
    double t2 = t * t;
    double t6 = t2 * t2 * t2;
    double y = t * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
    return HEIGHT * (Y_MOST - y) / (2 * Y_MOST);
  }
}
