package dateline.eval;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the process has used. */
final class Measures {

  private Measures() {}

  /** CPU time of this thread, in nanoseconds. */
  static long threadCpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** The most memory that the process had; Linux tells it, elsewhere it is unknown. */
  static String peakResident() throws IOException {
    long megabytes = status(Path.of("/proc/self/status"), "VmHWM");
    return megabytes == 0 ? "unknown" : megabytes + " MB";
  }

  /** Memory that the process has now, in MB; 0 where Linux doesn't tell. */
  static long resident() throws IOException {
    return status(Path.of("/proc/self/status"), "VmRSS");
  }

  private static long status(Path status, String line) throws IOException {
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(each -> each.startsWith(line))
        .mapToLong(each -> Long.parseLong(each.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
