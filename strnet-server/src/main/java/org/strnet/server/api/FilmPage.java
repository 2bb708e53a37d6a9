package org.strnet.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Films, newest arrival first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FilmPage")
record FilmPage(
    List<FilmView> films,
    @Schema(description = "The parameter cursor of the next page; absent on the last")
        @Nullable String next) {

  FilmPage {
    films = List.copyOf(films);
  }
}
