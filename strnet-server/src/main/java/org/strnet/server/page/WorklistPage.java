package org.strnet.server.page;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.strnet.decision.Zone;
import org.strnet.server.screening.ScreeningEngine;
import org.strnet.server.worklist.ReadMarks;
import org.strnet.server.worklist.Worklist;
import org.strnet.server.worklist.WorklistCounter;
import org.strnet.server.worklist.WorklistGroup;
import org.strnet.server.worklist.WorklistPart;
import org.strnet.server.worklist.WorklistSort;

/** The worklist. */
@Controller
class WorklistPage {

  /** Rows of a page. */
  private static final int SIZE = 50;

  private final Worklist worklist;
  private final WorklistCounter counter;
  private final ReadMarks marks;
  private final ScreeningEngine engine;

  WorklistPage(
      Worklist worklist, WorklistCounter counter, ReadMarks marks, ScreeningEngine engine) {
    this.worklist = worklist;
    this.counter = counter;
    this.marks = marks;
    this.engine = engine;
  }

  @GetMapping("/")
  String show(@RequestParam Map<String, String> query, Model model) {
    WorklistAddress address = WorklistAddress.of(query);
    WorklistPart part = worklist.page(address.filter(), address.order(), address.place(), SIZE);
    model.addAttribute("address", address);
    model.addAttribute("part", part);
    model.addAttribute("counts", counter.counts());
    model.addAttribute("groups", WorklistGroup.values());
    model.addAttribute("sorts", WorklistSort.values());
    model.addAttribute("threshold", engine.facts().operatingPoint().threshold());
    engine.facts().zones().ifPresent(zones -> model.addAttribute("zones", zones));
    model.addAttribute("zoneNames", Zone.values());
    return "worklist";
  }

  /** Marks the chosen films and shows the list that they were chosen on. */
  @PostMapping("/worklist/marks")
  String mark(
      @RequestParam(name = "film", defaultValue = "") List<String> films,
      @RequestParam("mark") String mark,
      @RequestParam Map<String, String> query,
      Principal reader) {
    if (!mark.matches("read|unread") || films.size() > SIZE) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "at most %d films are marked read or unread".formatted(SIZE));
    }
    WorklistAddress address = WorklistAddress.of(query);
    marks.mark(films, mark.equals("read"), reader.getName());
    return "redirect:" + address.here();
  }
}
