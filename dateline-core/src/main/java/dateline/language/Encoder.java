package dateline.language;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dateline.data.Resource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The encoder in ONNX Runtime: one session for the whole process, one window a run, one thread a
 * run, so that what it says of a window never depends on its neighbours or on the number of
 * threads. Thread-safe.
 */
final class Encoder {

  private final OrtEnvironment environment;
  private final OrtSession session;

  private Encoder(OrtEnvironment environment, OrtSession session) {
    this.environment = environment;
    this.session = session;
  }

  static Encoder load() {
    try {
      OrtEnvironment environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "dateline");
      try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
        // The file holds the optimised graph: training/export.py made it so.
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
        byte[] model = Resource.bytes(ModelCard.MODEL);
        return new Encoder(environment, environment.createSession(model, options));
      }
    } catch (OrtException e) {
      throw new IllegalStateException("can't load the model " + ModelCard.MODEL, e);
    }
  }

  /** Reads one window. */
  Output read(Window window) {
    try (OnnxTensor ids = tensor(window.ids());
        OnnxTensor features = tensor(window.features());
        OnnxTensor starts = tensor(window.starts());
        OnnxTensor sentence = tensor(window.sentence())) {
      Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
      inputs.put("input_ids", ids);
      inputs.put("features", features);
      inputs.put("word_starts", starts);
      inputs.put("sentence", sentence);
      try (OrtSession.Result result = session.run(inputs)) {
        return new Output(
            longs(result, "pos"),
            longs(result, "head"),
            longs(result, "rel"),
            floats(result, "ner"),
            floats(result, "attr"),
            floats(result, "link"),
            floats(result, "trigger"),
            floats(result, "event"),
            floats(result, "role"));
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the model can't read words " + window.first(), e);
    }
  }

  private OnnxTensor tensor(long[] values) throws OrtException {
    LongBuffer buffer =
        ByteBuffer.allocateDirect(values.length * Long.BYTES)
            .order(ByteOrder.nativeOrder())
            .asLongBuffer();
    buffer.put(values).flip();
    return OnnxTensor.createTensor(environment, buffer, new long[] {1, values.length});
  }

  private static LongBuffer longs(OrtSession.Result result, String name) {
    return tensor(result, name).getLongBuffer();
  }

  /** An output; empty when the model has no such head. */
  private static FloatBuffer floats(OrtSession.Result result, String name) {
    return result
        .get(name)
        .map(value -> ((OnnxTensor) value).getFloatBuffer())
        .orElseGet(() -> FloatBuffer.allocate(0));
  }

  private static OnnxTensor tensor(OrtSession.Result result, String name) {
    return (OnnxTensor)
        result
            .get(name)
            .orElseThrow(() -> new IllegalStateException("the model has no output " + name));
  }

  /**
   * What the encoder says of a window's words.
   *
   * @param pos label a word
   * @param head index in the window a word; its own for a root
   * @param rel label a word
   * @param ner logits, words × labels
   * @param attr logits, words × labels; empty when the model has no such head
   * @param link logits, words × words; empty likewise, as the following
   * @param trigger logit a word
   * @param event scores, words × event types
   * @param role logits, words × labels
   */
  record Output(
      LongBuffer pos,
      LongBuffer head,
      LongBuffer rel,
      FloatBuffer ner,
      FloatBuffer attr,
      FloatBuffer link,
      FloatBuffer trigger,
      FloatBuffer event,
      FloatBuffer role) {}
}
