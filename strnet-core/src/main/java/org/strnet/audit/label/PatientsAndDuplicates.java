package org.strnet.audit.label;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.strnet.audit.duplicate.Components;
import org.strnet.audit.duplicate.Duplicates;
import org.strnet.audit.film.AuditedFilm;

/** Films that belong together: by the patient as written, or because they are duplicates. */
final class PatientsAndDuplicates {

  private PatientsAndDuplicates() {}

  /** For each film the first film of its group. */
  static int[] groups(List<AuditedFilm> films, Duplicates duplicates) {
    Components components = new Components(films.size());
    Map<String, Integer> firstOfPatient = new HashMap<>();
    for (int i = 0; i < films.size(); i++) {
      Integer first = firstOfPatient.putIfAbsent(films.get(i).film().patient(), i);
      if (first != null) {
        components.join(first, i);
      }
    }
    duplicates.pairs().forEach(pair -> components.join(pair.first(), pair.second()));
    return components.firsts();
  }
}
