package dateline.eval;

import dateline.PageException;
import dateline.PageInput;
import dateline.page.PageReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Pages that are known to bring page readers down, each read in a process of its own with 512 MB:
 * the outcome, and the processor time after one small page has loaded the classes.
 */
public final class Killers {

  private static final String HEAP = "-Xmx512m";
  private static final String PROSE =
      "<p>The harbour office said on Monday that the pier will open in July after a year of work.</p>";

  private Killers() {}

  /** The pages by name. */
  static Map<String, byte[]> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("5,000 nested divs", nested("div", 5_000));
    pages.put("20,000 nested divs", nested("div", 20_000));
    pages.put("20,000 nested blockquotes", nested("blockquote", 20_000));
    pages.put("20,000 nested tables", "<table><tr><td>".repeat(20_000) + PROSE);
    pages.put("20,000 nested lists", "<ul><li>".repeat(20_000) + PROSE);
    pages.put("20,000 nested spans", nested("span", 20_000));
    pages.put("20,000 nested comments", "<div class=comment id=comment-1>".repeat(20_000) + PROSE);
    // Found by ./evaluate fuzz: brings an inner check of jsoup 1.24.1 down.
    pages.put(
        "templates where depth ends",
        "<template>" + "<x>".repeat(460) + "<template><noscript>".repeat(30) + PROSE);
    pages.put("100,000 unclosed bold", "<b>x".repeat(100_000) + PROSE);
    pages.put("100,000 unclosed links", "<a href=x>y".repeat(100_000) + PROSE);
    pages.put("21 MB page", PROSE.repeat(21_000_000 / PROSE.length()));
    pages.put("9.9 MB page", PROSE.repeat(9_900_000 / PROSE.length()));
    pages.put("2 M entities", "<p>" + "&lt;".repeat(2_000_000));
    pages.put("400,000 entities", PROSE + "<p>" + "&eacute;".repeat(400_000) + "</p>");
    pages.put("5 MB attribute value", "<div class=\"" + "a b ".repeat(1_250_000) + "\">" + PROSE);
    pages.put("5 MB attribute name", "<div " + "x".repeat(5_000_000) + ">" + PROSE);
    pages.put("200,000 attributes", "<div " + attributes(200_000) + ">" + PROSE);
    pages.put("5 MB word", "<p>" + "a".repeat(5_000_000) + "</p>" + PROSE);
    pages.put("5 MB of digits", PROSE + "<p>" + "1/2".repeat(1_600_000) + "</p>");
    pages.put("5 MB title", "<title>" + "a - ".repeat(1_250_000) + "</title>" + PROSE);
    pages.put("290,000 elements", "<i>x</i>".repeat(290_000) + PROSE);
    pages.put("300,000 line breaks", "<p>" + "The pier opens.<br><br>".repeat(140_000) + "</p>");
    pages.put("50,000 comments", "<ol>" + comments(50_000) + "</ol>" + PROSE);
    pages.put(
        "90,000 figures",
        PROSE + "<figure><img><figcaption>The pier. Photo: Ana Reis".repeat(90_000));
    pages.put(
        "90,000 bylines",
        PROSE + "<p class=author>By Ana Reis and others in the yard".repeat(90_000));
    pages.put("90,000 stamps", PROSE + "<span class=date>2 July 20x1</span> ".repeat(90_000));
    pages.put("90,000 headings", "<h1>The pier, 2 July - Herald</h1>".repeat(90_000) + PROSE);
    pages.put("JSON-LD 500,000 deep", data("[".repeat(500_000)));
    pages.put(
        "2 MB JSON-LD name",
        data("{\"@type\":\"Article\",\"author\":\"" + "By ".repeat(600_000) + "\"}"));
    pages.put(
        "100,000 JSON-LD authors",
        data("{\"@type\":\"Article\",\"author\":[" + "\"Xa Yb\",".repeat(99_999) + "\"Xa Zb\"]}")
            + PROSE.replace("pier", "mole").repeat(80_000));
    pages.put(
        "390,000 characters stated",
        data("{\"@type\":\"Article\",\"articleBody\":\"" + numbers(65_000) + "\"}")
            + "<p>"
            + numbers(65_000));
    pages.put(
        "100,000 JSON-LD objects", data("[" + "{\"@type\":\"Article\"},".repeat(90_000) + "{}]"));
    pages.put("5 MB scrape line", "Pier opens. ".repeat(400_000));
    pages.put("500,000 scrape lines", "2 Comments\nAnn\n2020-01-01 10:00\n".repeat(170_000));
    pages.put("99,000 scrape lines", "2 Comments\nAnn\n2020-01-01 10:00\n".repeat(33_000));
    pages.put(
        "99,000 scrape lines of comments",
        "Pier opens in July\nThe harbour office said on Monday that the pier will open.\n2 Comments\n"
            + "Ann\n2020-01-01 10:00\nAt last.\n".repeat(32_900));
    pages.put(
        "99,000 scrape lines of prose",
        "The harbour office said on Monday that the pier opens.\n".repeat(99_000));
    pages.put("99,000 scrape headings", "The Pier of 2 July | Harbour\n".repeat(99_000));
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    pages.forEach(
        (name, page) ->
            bytes.put(
                name,
                (name.contains("scrape") ? page : "<html><body>" + page)
                    .getBytes(StandardCharsets.UTF_8)));
    return bytes;
  }

  private static String nested(String tag, int depth) {
    return ("<" + tag + ">").repeat(depth) + PROSE + ("</" + tag + ">").repeat(depth);
  }

  private static String attributes(int n) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < n; i++) {
      all.append(" a").append(i).append("=b");
    }
    return all.toString();
  }

  private static String numbers(int n) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < n; i++) {
      all.append(i).append(' ');
    }
    return all.toString();
  }

  private static String comments(int n) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < n; i++) {
      all.append("<li class=comment id=comment-").append(i);
      all.append("><cite>Gull</cite><p>At last, after a year.</p>");
    }
    return all.toString();
  }

  private static String data(String json) {
    return "<script type=application/ld+json>" + json + "</script>" + PROSE;
  }

  /** Reads one page in this process and prints what came of it. */
  public static void main(String[] args) throws PageException {
    PageReader reader = PageReader.create();
    reader.read(PageInput.of(("<html><body>" + PROSE).getBytes(StandardCharsets.UTF_8), null));
    byte[] page = pages().getOrDefault(args[0], new byte[0]);
    long start = Measures.threadCpu();
    String outcome = read(reader, page);
    System.out.printf(
        Locale.ROOT,
        "%-28s %6d ms  %s%n",
        args[0],
        (Measures.threadCpu() - start) / 1_000_000,
        outcome);
  }

  /** What comes of a page: read, or refused and why. */
  static String read(PageReader reader, byte[] page) {
    try {
      int length = reader.read(PageInput.of(page, null)).article().text().length();
      return "read, " + length + " characters";
    } catch (PageException e) {
      return "refused: " + e.reason().code();
    }
  }

  /** Each page in a process of its own; false when one fails. */
  static boolean run() throws IOException, InterruptedException {
    boolean sound = true;
    for (String name : pages().keySet()) {
      List<String> command =
          List.of(
              Product.java(),
              HEAP,
              "-XX:+UseSerialGC",
              "-cp",
              System.getProperty("java.class.path"),
              Killers.class.getName(),
              name);
      int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (exit != 0) {
        System.out.println(name + ": FAILED with " + exit);
        sound = false;
      }
    }
    return sound;
  }
}
