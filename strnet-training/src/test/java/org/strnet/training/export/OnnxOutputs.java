package org.strnet.training.export;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.strnet.training.tensor.Tensors;

/** Runs a file on a batch with ONNX Runtime and gives every output. */
final class OnnxOutputs {

  private OnnxOutputs() {}

  static Map<String, float[]> of(Path file, Map<String, Tensor> inputs) {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(1);
      for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
        FloatBuffer values = FloatBuffer.wrap(Tensors.toArray(input.getValue()));
        long[] shape = Tensors.shape(input.getValue());
        tensors.put(input.getKey(), OnnxTensor.createTensor(environment, values, shape));
      }
      try (OrtSession session = environment.createSession(file.toString(), options);
          OrtSession.Result result = session.run(tensors)) {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        result.forEach(
            output ->
                outputs.put(
                    output.getKey(), ((OnnxTensor) output.getValue()).getFloatBuffer().array()));
        return outputs;
      }
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }
}
