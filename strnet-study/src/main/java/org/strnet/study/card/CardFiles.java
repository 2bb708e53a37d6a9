package org.strnet.study.card;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.strnet.evaluation.estimate.ResultFile;
import org.strnet.provenance.BadInputException;

/** Writes a card in its four forms. */
public final class CardFiles {

  private CardFiles() {}

  /**
   * Writes {@code card.json}, {@code MODEL_CARD.md}, {@code card.html} and {@code
   * chai-model-card.xml}.
   *
   * @param folder is made when missing
   * @param force whether files there are replaced
   * @return the files written
   * @throws BadInputException if one of them is there and is kept, before any is written
   */
  public static List<Path> write(Path folder, AppliedModelCard card, boolean force) {
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(folder.resolve("card.json"), CardJson.write(card));
    files.put(folder.resolve("MODEL_CARD.md"), CardMarkdown.of(card));
    files.put(folder.resolve("card.html"), CardHtml.page(card));
    files.put(folder.resolve("chai-model-card.xml"), ChaiXml.of(card));
    for (Path file : files.keySet()) {
      if (!force && Files.exists(file)) {
        throw new BadInputException(
            file.toString(), "exists already and is kept; --force replaces it");
      }
    }
    files.forEach((file, text) -> ResultFile.write(file, text, force));
    return List.copyOf(files.keySet());
  }
}
