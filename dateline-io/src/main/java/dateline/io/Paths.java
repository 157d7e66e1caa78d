package dateline.io;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Finds files by name, folder and glob, always in the order of their names. */
final class Paths {

  private static final Pattern WILD = Pattern.compile("[*?\\[{]");

  private Paths() {}

  /** What a name stands for: the files and folders that a glob matches, else the name itself. */
  static List<Path> expand(String name) {
    Path path = Path.of(name).normalize();
    if (!WILD.matcher(name).find() || Files.exists(path)) {
      return List.of(name.isEmpty() || !path.toString().isEmpty() ? path : Path.of("."));
    }
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + path);
    Path base = base(path);
    int depth = name.contains("**") ? Integer.MAX_VALUE : path.getNameCount();
    List<Path> found = new ArrayList<>();
    collect(base, matcher, found, depth);
    return found.isEmpty() ? List.of(path) : found;
  }

  /** The folders before the first wildcard. */
  private static Path base(Path glob) {
    Path base = glob.isAbsolute() ? glob.getRoot() : Path.of("");
    for (Path element : glob) {
      if (WILD.matcher(element.toString()).find()) {
        break;
      }
      base = base.resolve(element);
    }
    return base;
  }

  private static void collect(Path folder, PathMatcher matcher, List<Path> found, int depth) {
    for (Path path : childrenOrNone(folder)) {
      if (isHidden(path)) {
        continue;
      }
      if (matcher.matches(path)) {
        found.add(path);
      } else if (depth > 0 && isFolder(path)) {
        collect(path, matcher, found, depth - 1);
      }
    }
  }

  /** Files and folders in a folder, sorted. */
  static List<Path> children(Path folder) throws IOException {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(children::add);
    }
    Collections.sort(children);
    return children;
  }

  private static List<Path> childrenOrNone(Path folder) {
    try {
      return children(folder);
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Whether something found in a folder is read: an input's name, or a folder that is no link. */
  static boolean isInput(Path path) {
    return !isHidden(path) && (isFolder(path) || Names.isInput(String.valueOf(path.getFileName())));
  }

  private static boolean isHidden(Path path) {
    return String.valueOf(path.getFileName()).startsWith(".");
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  static long bytesBelow(Path path) {
    if (!Files.isDirectory(path)) {
      return bytesOf(path);
    }
    long total = 0;
    for (Path child : childrenOrNone(path)) {
      total += isInput(child) ? bytesBelow(child) : 0;
    }
    return total;
  }

  /** The file's size; 0 when it can't be told. */
  static long bytesOf(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }
}
