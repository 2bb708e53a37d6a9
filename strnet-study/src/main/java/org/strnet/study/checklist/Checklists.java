package org.strnet.study.checklist;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.strnet.evaluation.estimate.ResultFile;
import org.strnet.provenance.BadInputException;
import org.strnet.study.markup.Element;

/** Writes checklists, each as Markdown to work on and as a page to read. */
public final class Checklists {

  private Checklists() {}

  /**
   * Writes all checklists beside a study's report; their links lead to the files there.
   *
   * @param folder of the study
   * @param facts what is known of it
   * @param force whether files there are replaced
   * @return the files written and a sentence on each checklist
   * @throws BadInputException if one of the files is there and is kept, before any is written
   */
  public static List<Written> write(Path folder, StudyFacts facts, boolean force) {
    return write(folder, List.of(Checklist.values()), facts, true, force);
  }

  /**
   * Writes some of them anywhere.
   *
   * @param besideStudy whether the folder is that of the study, so that links lead to its files
   */
  public static List<Written> write(
      Path folder, List<Checklist> which, StudyFacts facts, boolean besideStudy, boolean force) {
    Map<Path, String> files = new LinkedHashMap<>();
    List<Written> written = new ArrayList<>();
    for (Checklist checklist : which) {
      CompletedChecklist completed = CompletedChecklist.of(checklist, facts);
      Path markdown = folder.resolve("checklist-" + checklist.code() + ".md");
      Path page = folder.resolve("checklist-" + checklist.code() + ".html");
      files.put(markdown, ChecklistMarkdown.of(completed));
      files.put(page, ChecklistHtml.page(completed, besideStudy));
      written.add(new Written(checklist, page, completed.summary()));
    }
    for (Path file : files.keySet()) {
      if (!force && Files.exists(file)) {
        throw new BadInputException(
            file.toString(), "exists already and is kept; --force replaces it");
      }
    }
    files.forEach((file, text) -> ResultFile.write(file, text, force));
    return written;
  }

  /** One checklist as a part of the report's own page. */
  public static Element fragment(Checklist checklist, StudyFacts facts) {
    return ChecklistHtml.fragment(CompletedChecklist.of(checklist, facts), true);
  }

  /**
   * A checklist that was written.
   *
   * @param checklist which one
   * @param page its page to read; the same as Markdown lies beside it
   * @param summary how many rows are filled, pointed to and missing
   */
  public record Written(Checklist checklist, Path page, String summary) {}
}
