package dateline.eval;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the process has used, and what of many values to tell. */
final class Measures {

  private Measures() {}

  /** CPU time of this thread, in nanoseconds. */
  static long threadCpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** CPU time of the whole process, in nanoseconds. */
  static long processCpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /**
   * What so large a share does not exceed.
   *
   * @param share 0 to 1
   * @return 0 when there are no values
   */
  static double quantile(double[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
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
