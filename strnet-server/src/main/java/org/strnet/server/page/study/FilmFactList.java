package org.strnet.server.page.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmSource;

/** What is known of a film, as the page lists it. */
final class FilmFactList {

  private final List<Fact> facts = new ArrayList<>();

  private FilmFactList() {}

  /** Facts of the film, those left out that nobody stated. */
  static List<Fact> of(Film film) {
    FilmFactList list = new FilmFactList();
    list.add("Patient ID", film.patientId());
    list.add("Born", film.birthDate().map(LocalDate::toString).orElse(""));
    list.add("Accession number", film.accessionNumber());
    list.add("Study date", film.studyDate().map(LocalDate::toString).orElse(""));
    list.add("Site", film.site());
    list.add("Device", film.device());
    list.add("Came by", film.source() == FilmSource.NODE ? "DICOM node" : "upload");
    list.add("Arrived", Figures.minute(film.arrivedAt()));
    list.add("Size", Figures.bytes(film.fileBytes()));
    list.add("Study UID", film.studyInstanceUid());
    list.add("SOP instance UID", film.sopInstanceUid());
    list.add("Correlation", film.correlationId());
    return list.facts;
  }

  private void add(String label, String value) {
    if (!value.isBlank()) {
      facts.add(new Fact(label, value));
    }
  }

  /** Age, sex and date in one line under the patient's name. */
  static String summary(Film film) {
    List<String> parts = new ArrayList<>();
    film.sex()
        .map(
            sex ->
                switch (sex) {
                  case "F" -> "female";
                  case "M" -> "male";
                  default -> "other sex";
                })
        .ifPresent(parts::add);
    if (film.ageYears().isPresent()) {
      parts.add(Figures.plain(film.ageYears().getAsDouble()) + " years");
    }
    film.studyDate().ifPresent(date -> parts.add("film of " + date));
    return String.join(" \u00b7 ", parts);
  }
}
