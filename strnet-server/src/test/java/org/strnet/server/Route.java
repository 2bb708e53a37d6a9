package org.strnet.server;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.strnet.server.account.Role;

/**
 * One thing that can be asked of the server, as its mappings say.
 *
 * @param method of HTTP
 * @param pattern with variables in braces
 * @param parameters names of what its handler reads
 * @param role that its handler asks for; empty where it asks for none of its own
 * @param streams whether it answers with events that never end
 */
record Route(
    String method, String pattern, List<String> parameters, Optional<Role> role, boolean streams) {

  private static final Pattern ROLE = Pattern.compile("hasRole\\('(\\w+)'\\)");
  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

  /** Every route of a server, in a fixed order. */
  static List<Route> of(RunningServer server) {
    List<Route> routes = new ArrayList<>();
    for (RequestMappingInfoHandlerMapping mapping :
        server.beans(RequestMappingInfoHandlerMapping.class)) {
      mapping.getHandlerMethods().forEach((info, handler) -> routes.addAll(of(info, handler)));
    }
    routes.sort(Comparator.comparing(Route::pattern).thenComparing(Route::method));
    return routes;
  }

  private static List<Route> of(RequestMappingInfo info, HandlerMethod handler) {
    List<Route> routes = new ArrayList<>();
    Set<String> methods = new TreeSet<>();
    for (RequestMethod method : info.getMethodsCondition().getMethods()) {
      methods.add(method.name());
    }
    if (methods.isEmpty()) {
      methods.addAll(List.of("GET", "POST"));
    }
    for (String pattern : info.getPatternValues()) {
      for (String method : methods) {
        routes.add(
            new Route(
                method,
                pattern,
                Arrays.stream(handler.getMethod().getParameters())
                    .map(Route::name)
                    .flatMap(Optional::stream)
                    .toList(),
                role(handler),
                handler.getMethod().getReturnType().getSimpleName().contains("Emitter")));
      }
    }
    return routes;
  }

  private static Optional<String> name(Parameter parameter) {
    return Optional.ofNullable(
            AnnotatedElementUtils.findMergedAnnotation(parameter, RequestParam.class))
        .map(annotation -> annotation.name().isEmpty() ? parameter.getName() : annotation.name());
  }

  private static Optional<Role> role(HandlerMethod handler) {
    PreAuthorize rule =
        AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), PreAuthorize.class);
    if (rule == null) {
      rule = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), PreAuthorize.class);
    }
    return Optional.ofNullable(rule)
        .map(PreAuthorize::value)
        .map(ROLE::matcher)
        .filter(Matcher::find)
        .map(found -> Role.valueOf(found.group(1)));
  }

  /** The least role that gets in: the handler's, or that of its folder. */
  Role least() {
    boolean folder =
        pattern.startsWith("/operations")
            || (pattern.startsWith("/actuator") && !pattern.equals("/actuator/prometheus"));
    return folder ? Role.ADMINISTRATOR : role.orElse(Role.READER);
  }

  /** Whether everybody gets in. */
  boolean isOpen() {
    return pattern.equals("/sign-in")
        || pattern.equals("/error")
        || pattern.startsWith("/actuator/health");
  }

  /** Whether it has an effect, and so needs the token against forgery. */
  boolean hasEffect() {
    return !(method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS"));
  }

  /** The path with a text, encoded already, for each variable. */
  String path(String variable) {
    return VARIABLE
        .matcher(pattern)
        .replaceAll(Matcher.quoteReplacement(variable))
        .replace("**", variable);
  }

  @Override
  public String toString() {
    return method + " " + pattern;
  }
}
