package org.strnet.server.security;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.strnet.server.configuration.ApiPaths;
import org.strnet.server.film.FilmGoneException;

/**
 * What is shown when something went wrong: for people a page, for programs problem details. Neither
 * repeats the request or says what the program was doing.
 */
@Controller
class ErrorPage implements ErrorController {

  @RequestMapping("/error")
  @Nullable String show(HttpServletRequest request, HttpServletResponse response, Model model)
      throws IOException {
    HttpStatus status = status(request);
    AnswerHeaders.complete(response);
    String path =
        Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
            .map(Object::toString)
            .orElse("");
    if (ApiPaths.contain(path)) {
      Answers.write(response, path, status, sentence(status));
      return null;
    }
    response.setStatus(status.value());
    model.addAttribute("status", status.value());
    model.addAttribute("title", title(status));
    model.addAttribute("sentence", sentence(status));
    return "error";
  }

  private static HttpStatus status(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    // Who asks for this page itself finds nothing.
    return status == null ? HttpStatus.NOT_FOUND : status;
  }

  private static String title(HttpStatus status) {
    return switch (status) {
      case FORBIDDEN -> "Not allowed";
      case NOT_FOUND -> "Not found";
      case GONE -> "The film is gone";
      case TOO_MANY_REQUESTS -> "Too many attempts";
      default -> status.is5xxServerError() ? "Something went wrong" : "That cannot be done";
    };
  }

  private static String sentence(HttpStatus status) {
    return switch (status) {
      case FORBIDDEN ->
          "Your role does not include this, or the page was open for too long. Load it again.";
      case NOT_FOUND -> "There is nothing at this address.";
      case GONE -> FilmGoneException.WORDS;
      case METHOD_NOT_ALLOWED -> "This address takes other kinds of requests.";
      case CONTENT_TOO_LARGE -> "That is larger than is taken here.";
      case UNSUPPORTED_MEDIA_TYPE -> "This kind of content is not taken here.";
      case TOO_MANY_REQUESTS -> "Wait a minute, then try again.";
      default ->
          status.is5xxServerError()
              ? "The server's log says more. Nothing was lost that was answered with success."
              : "The request is not one that this server understands.";
    };
  }
}
