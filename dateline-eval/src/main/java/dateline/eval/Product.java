package dateline.eval;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The command line in a process of its own, that can be killed. Linux on x86-64. What is native
 * lies unpacked beside it, so that nothing but the work itself writes files.
 */
final class Product {

  private static final List<String> NATIVE =
      List.of(
          "/ai/onnxruntime/native/linux-x64/libonnxruntime.so",
          "/ai/onnxruntime/native/linux-x64/libonnxruntime4j_jni.so",
          "/org/sqlite/native/Linux/x86_64/libsqlitejdbc.so");

  /** As {@code read.options} says. */
  private static final List<String> POLITE =
      List.of(
          "-XX:ThreadPriorityPolicy=1", "-XX:JavaPriority1_To_OSPriority=15", "-XX:-PrintWarnings");

  private final Path natives;

  /**
   * @param folder gets what is native
   */
  Product(Path folder) throws IOException {
    natives = Files.createDirectories(folder.resolve("native"));
    for (String name : NATIVE) {
      try (InputStream in = Product.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IOException("there is no " + name + " on the class path");
        }
        Files.copy(in, natives.resolve(name.substring(name.lastIndexOf('/') + 1)));
      }
    }
  }

  /** Whether this machine is one that the class is for. */
  static boolean isPossible() {
    return System.getProperty("os.name").equals("Linux")
        && System.getProperty("os.arch").equals("amd64")
        && Files.isExecutable(Path.of("/bin/bash"));
  }

  /**
   * Starts a command.
   *
   * @param log gets what it prints
   * @param before a program and its arguments that run it, such as a tracer; may be empty
   */
  Process start(Path log, List<String> before, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(java());
    // No file for other programs to look at: it would fall under the limit of a full disk.
    command.addAll(List.of("-Xmx1g", "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1"));
    command.addAll(POLITE);
    command.addAll(
        List.of("-Donnxruntime.native.path=" + natives, "-Dorg.sqlite.lib.path=" + natives));
    command.addAll(List.of("-cp", classPath(), "dateline.cli.Main"));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  /** Runs it under a limit on the size of files, in KiB: what a full disk does to it. */
  static List<String> withFullDisk(long kibibytes) {
    return List.of("/bin/bash", "-c", "ulimit -f " + kibibytes + "; exec \"$@\"", "limited");
  }

  /** Lets one write of a thread fail with an I/O error, and with it perhaps all that follow. */
  static List<String> withBadDisk(int write, boolean lasting) {
    return List.of(
        "strace",
        "-f",
        "-qq",
        "-o",
        "/dev/null",
        "--seccomp-bpf",
        "-e",
        "trace=pwrite64,fdatasync",
        "-e",
        "inject=pwrite64:error=EIO:when=" + write + (lasting ? "+" : ""));
  }

  private static String classPath() {
    return System.getProperty("dateline.jar", System.getProperty("java.class.path"));
  }

  /** The program that this one runs in. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Deletes a folder with all that is in it, or nothing when it is not there. */
  static void deleteFolder(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a file of SQLite's and those beside it. */
  static void delete(Path store) {
    for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
      try {
        Files.deleteIfExists(Path.of(store + suffix));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
