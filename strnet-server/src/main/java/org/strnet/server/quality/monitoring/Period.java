package org.strnet.server.quality.monitoring;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** What rates are counted over. */
public enum Period {
  /** From Monday on. */
  WEEK {
    @Override
    public LocalDate start(LocalDate day) {
      return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    @Override
    public LocalDate next(LocalDate start) {
      return start.plusWeeks(1);
    }

    @Override
    public String label(LocalDate start) {
      return start.format(DAY);
    }
  },
  /** Of the calendar. */
  MONTH {
    @Override
    public LocalDate start(LocalDate day) {
      return day.withDayOfMonth(1);
    }

    @Override
    public LocalDate next(LocalDate start) {
      return start.plusMonths(1);
    }

    @Override
    public String label(LocalDate start) {
      return start.format(MONTH_AND_YEAR);
    }
  };

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
  private static final DateTimeFormatter MONTH_AND_YEAR =
      DateTimeFormatter.ofPattern("MMM yy", Locale.UK);

  /** The first day of the period that a day lies in. */
  public abstract LocalDate start(LocalDate day);

  /** The first day of the period after the one that starts on a day. */
  public abstract LocalDate next(LocalDate start);

  /** A short name of the period that starts on a day. */
  public abstract String label(LocalDate start);
}
