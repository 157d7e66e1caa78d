package dateline.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Runs another program in this process and leaves what it took: CPU seconds, and peak memory. */
public final class Timed {

  private Timed() {}

  /**
   * @param arguments a file for the answer, the program's class, its arguments
   */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    Path answer = Path.of(arguments[0]);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> tell(answer)));
    Class.forName(arguments[1])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(arguments, 2, arguments.length));
  }

  private static void tell(Path answer) {
    try {
      Files.writeString(answer, Measures.processCpu() / 1e9 + " " + Measures.peakResident());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
