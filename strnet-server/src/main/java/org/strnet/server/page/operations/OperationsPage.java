package org.strnet.server.page.operations;

import java.security.Principal;
import java.time.Duration;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.strnet.dicom.node.NodeStatus;
import org.strnet.dicom.node.configuration.DestinationConfiguration;
import org.strnet.dicom.node.queue.DeliveryState;
import org.strnet.dicom.node.queue.ObjectState;
import org.strnet.server.audit.AuditLog;
import org.strnet.server.operation.Throughput;
import org.strnet.server.operation.ThroughputFigures;
import org.strnet.server.screening.NodeService;

/** Queue, throughput, destinations, and what stands still. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class OperationsPage {

  private static final String BACK = "redirect:/operations";

  private final NodeService node;
  private final ThroughputFigures figures;
  private final AuditLog audit;

  OperationsPage(NodeService node, ThroughputFigures figures, AuditLog audit) {
    this.node = node;
    this.figures = figures;
    this.audit = audit;
  }

  @GetMapping("/operations")
  String show(Model model) {
    NodeStatus status = node.node().status();
    Throughput day = figures.last(Duration.ofDays(1));
    model.addAttribute("waiting", status.counts().objects(ObjectState.RECEIVED));
    model.addAttribute("processing", status.counts().objects(ObjectState.PROCESSING));
    model.addAttribute("processed", status.counts().objects(ObjectState.PROCESSED));
    model.addAttribute("failed", status.counts().objects(ObjectState.FAILED));
    model.addAttribute("ignored", status.counts().objects(ObjectState.IGNORED));
    model.addAttribute("refusedAtDoor", status.intake().refused());
    model.addAttribute("associations", status.associations());
    model.addAttribute("hour", figures.last(Duration.ofHours(1)));
    model.addAttribute("day", day);
    model.addAttribute("bars", Bar.of(day.hours()));
    model.addAttribute("destinations", destinations(status));
    model.addAttribute("standstill", node.node().standstill().all());
    model.addAttribute("port", node.node().dicomPort().map(String::valueOf).orElse("off"));
    return "operations/overview";
  }

  private List<DestinationRow> destinations(NodeStatus status) {
    return node.configuration().destinations().stream()
        .map(DestinationConfiguration::name)
        .map(
            name ->
                new DestinationRow(
                    name,
                    status.counts().deliveries(name, DeliveryState.WAITING),
                    status.counts().deliveries(name, DeliveryState.DELIVERED),
                    status.counts().deliveries(name, DeliveryState.REFUSED)))
        .toList();
  }

  /** An empty destination: all of them. */
  @PostMapping("/operations/refused/send-again")
  String sendAgain(
      Principal who, @RequestParam(defaultValue = "") String destination, RedirectAttributes next) {
    int again;
    if (destination.isEmpty()) {
      again = node.node().sendRefusedAgain();
    } else if (node.configuration().destinations().stream()
        .noneMatch(it -> it.name().equals(destination))) {
      next.addFlashAttribute("fault", "There is no such destination.");
      return BACK;
    } else {
      again = node.node().standstill().sendRefusedAgain(destination);
    }
    audit.add(who.getName(), "results.sent_again", destination, Integer.toString(again));
    next.addFlashAttribute("done", again + " results wait to be sent again.");
    return BACK;
  }

  @PostMapping("/operations/failed/try-again")
  String tryAgain(Principal who, RedirectAttributes next) {
    int again = node.node().standstill().tryFailedAgain();
    audit.add(who.getName(), "films.tried_again", "", Integer.toString(again));
    next.addFlashAttribute("done", again + " films wait to be processed again.");
    return BACK;
  }
}
