package org.strnet.dicom.codec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.strnet.dicom.codec.SyntheticFrame.Content;

/** Writes what {@link DecodeBenchmark} reads: one film of a hospital's size in each syntax. */
final class BenchmarkFilms {

  private BenchmarkFilms() {}

  /**
   * @param arguments folder, rows (3000), columns (2500), bits (12)
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    int rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3000;
    int columns = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2500;
    int bits = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 12;
    SyntheticFrame film = SyntheticFrame.draw(Content.FILM, rows, columns, bits, 1);
    Path source = Files.createTempFile("film", ".dcm");
    film.write(source, 1);
    Map<String, List<String>> encoders = new LinkedHashMap<>();
    encoders.put("jpeg-lossless-sv1", List.of("dcmcjpeg", "+e1"));
    encoders.put("jpeg-lossless-sv6", List.of("dcmcjpeg", "+el", "+sv", "6"));
    encoders.put("jpeg-extended", List.of("dcmcjpeg", "+ee", "+q", "90"));
    encoders.put("jpeg-ls", List.of("dcmcjpls", "+el"));
    encoders.put("jpeg-ls-near-2", List.of("dcmcjpls", "+en", "+md", "2"));
    encoders.put("rle", List.of("dcmcrle"));
    for (Map.Entry<String, List<String>> encoder : encoders.entrySet()) {
      Peer.convert(encoder.getValue(), source, folder.resolve(encoder.getKey() + ".dcm"));
    }
    Files.delete(source);
  }
}
