package dateline.server;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pictures of a running demo's pages, to look at: each 1440 and 390 pixels wide, light, dark and as
 * printed. Started by {@code ./evaluate screenshots}.
 */
final class Screenshots {

  private static final int HEIGHT = 1000;

  private Screenshots() {}

  /** How a page is looked at. */
  private record Look(String name, Media media, ColorScheme colours, List<Integer> widths) {}

  private static final List<Look> LOOKS =
      List.of(
          new Look("light", Media.SCREEN, ColorScheme.LIGHT, List.of(1440, 390)),
          new Look("dark", Media.SCREEN, ColorScheme.DARK, List.of(1440, 390)),
          new Look("print", Media.PRINT, ColorScheme.LIGHT, List.of(794))); // A4 at 96 dots an inch

  /**
   * @param args address of the server, folder for the pictures, then pages as {@code name=path};
   *     none: those of the demo
   */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[1]));
    try (Browser browser = Browser.open()) {
      Map<String, String> pages = new LinkedHashMap<>();
      for (String page : List.of(args).subList(2, args.length)) {
        pages.put(page.substring(0, page.indexOf('=')), page.substring(page.indexOf('=') + 1));
      }
      for (Look look : LOOKS) {
        for (int width : look.widths()) {
          try (Page page = browser.page(width, HEIGHT)) {
            page.emulateMedia(
                new EmulateMediaOptions().setMedia(look.media()).setColorScheme(look.colours()));
            (pages.isEmpty() ? demo(page, args[0]) : pages)
                .forEach(
                    (name, path) -> {
                      page.navigate(args[0] + path);
                      page.screenshot(
                          new ScreenshotOptions()
                              .setPath(
                                  folder.resolve(name + "-" + look.name() + "-" + width + ".png")));
                    });
          }
        }
      }
    }
  }

  /** Pages with much on them: the story that most outlets tell, an article of it, its speaker. */
  private static Map<String, String> demo(Page page, String root) {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("home", "/");
    pages.put("search", "/search?q=talks");
    pages.put("events", "/search?in=events");
    pages.put("articles", "/search?in=articles&q=border");
    pages.put("nothing", "/search?q=zebra");
    pages.put("timeline", "/timeline");
    pages.put("pair", "/pair?a=KEN&b=UGA");
    pages.put("pairs", "/pair");
    pages.put("map", "/map");
    pages.put("stories", "/stories");
    page.navigate(root + "/stories?order=articles");
    pages.put("story", page.locator(".hits h3 a").first().getAttribute("href"));
    page.navigate(root + pages.get("story"));
    String reader = page.locator("a[href^='/article/']").first().getAttribute("href");
    reader = reader.replaceFirst("#.*", "");
    pages.put("reader", reader);
    pages.put("revisions", reader + "/revisions");
    pages.put("review", reader + "/review?item=s1");
    page.navigate(root + reader);
    pages.put("actor", page.locator(".panel a[href^='/actor']").first().getAttribute("href"));
    pages.put("export", "/export?in=events");
    pages.put("read", "/read");
    pages.put("about", "/about");
    pages.put("problem", "/nowhere");
    return pages;
  }
}
