package org.strnet.study.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Liberation Sans as files for a while: figures in a PDF take their letters from files only. */
final class FontFiles implements AutoCloseable {

  private final Path folder;

  private FontFiles(Path folder) {
    this.folder = folder;
  }

  static FontFiles unpacked() throws IOException {
    return new FontFiles(Files.createTempDirectory("strnet-letters"));
  }

  void addTo(PdfRendererBuilder builder, String family) throws IOException {
    builder.useFont(file("Regular"), family, 400, FontStyle.NORMAL, true);
    builder.useFont(file("Bold"), family, 700, FontStyle.NORMAL, true);
    builder.useFont(file("Italic"), family, 400, FontStyle.ITALIC, true);
  }

  private File file(String face) throws IOException {
    String name = "LiberationSans-%s.ttf".formatted(face);
    Path file = folder.resolve(name);
    try (InputStream in = FontFiles.class.getResourceAsStream("/liberation/" + name)) {
      if (in == null) {
        throw new IllegalStateException("Liberation Sans is part of the program");
      }
      Files.copy(in, file);
    }
    return file.toFile();
  }

  @Override
  public void close() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
