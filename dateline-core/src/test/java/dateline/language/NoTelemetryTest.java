package dateline.language;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/**
 * ONNX Runtime 1.29.0 tells its makers about every process on Linux and macOS, and dies when the
 * process's command line is some thousand characters long (onnxruntime issue 32173 is of the same
 * code). Neither must come back with a newer one.
 */
class NoTelemetryTest {

  private static final String COLLECTOR = "events.data.microsoft.com";

  @Test
  void theRuntimeKnowsNoAddressToReportTo() throws Exception {
    Path jar =
        Path.of(OrtEnvironment.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    int libraries = 0;
    try (JarFile file = new JarFile(jar.toFile())) {
      for (Enumeration<JarEntry> all = file.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (entry.getName().matches(".*/(?:linux|osx)-[^/]*/libonnxruntime\\.(?:so|dylib)")) {
          libraries++;
          assertThat(text(file, entry)).as(entry.getName()).doesNotContain(COLLECTOR);
        }
      }
    }
    assertThat(libraries).isPositive();
  }

  private static String text(JarFile file, JarEntry entry) throws IOException {
    try (var in = file.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
