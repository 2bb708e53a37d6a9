package org.strnet.server.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.strnet.report.Wording;

/** What the description of the interfaces says beside the operations themselves. */
@Configuration
class InterfaceDescription {

  private static final String PROBLEM = "Problem";

  @Bean
  OpenAPI openApi(Environment environment) {
    return new OpenAPI()
        .info(
            new Info()
                .title("STR-Net reading room")
                .version(environment.getProperty("strnet.version", "0"))
                .description(
                    Wording.RESEARCH_USE
                        + " Problems come as application/problem+json (RFC 9457) with a type that"
                        + " stays the same. The header X-Correlation-Id is taken from a request or"
                        + " made, and returned; a film that a request brings carries it in the"
                        + " logs.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .components(
            new Components()
                .addSecuritySchemes(
                    "token", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
                .addSecuritySchemes(
                    "session",
                    new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("JSESSIONID")
                        .description("Requests with an effect carry the header X-CSRF-TOKEN too")))
        .addSecurityItem(new SecurityRequirement().addList("token"))
        .addSecurityItem(new SecurityRequirement().addList("session"))
        .path("/events", events());
  }

  private static Schema<?> problem() {
    return new ObjectSchema()
        .description("RFC 9457")
        .addProperty("type", new StringSchema().format("uri").description("Stable"))
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema().description("Rule and found value"))
        .addProperty("instance", new StringSchema().format("uri-reference"))
        .addProperty("correlationId", new StringSchema());
  }

  /** Server-sent events are not of a controller's return type, so they are described here. */
  private static PathItem events() {
    return new PathItem()
        .get(
            new Operation()
                .operationId("events")
                .addTagsItem("events")
                .summary("Films as they come and go on")
                .description("Server-sent events; a client that was cut off connects again")
                .responses(
                    new ApiResponses()
                        .addApiResponse(
                            "200",
                            new ApiResponse()
                                .description("A stream that stays open")
                                .content(
                                    new Content()
                                        .addMediaType(
                                            "text/event-stream",
                                            new MediaType().schema(new StringSchema()))))));
  }

  /** Every operation says what it answers when it does not do what was asked. */
  @Bean
  OpenApiCustomizer problems() {
    return description -> {
      description.getComponents().addSchemas(PROBLEM, problem());
      description
          .getPaths()
          .forEach(
              (path, item) ->
                  item.readOperationsMap()
                      .forEach((method, operation) -> problems(path, method, operation)));
    };
  }

  private static void problems(String path, PathItem.HttpMethod method, Operation operation) {
    Map<String, String> statuses = new TreeMap<>();
    statuses.put("401", "No session and no token");
    statuses.put("403", "The role does not allow it");
    statuses.put("500", "The server failed");
    if (!path.equals("/events")) {
      statuses.put("400", "Not of the documented form");
    }
    if (path.contains("{")) {
      statuses.put("404", "Not here");
    }
    if (path.endsWith("/object") || path.endsWith("/report") || path.contains("/heat-maps/")) {
      statuses.put("410", "The film's file is no longer here");
    }
    if (path.endsWith("/report")) {
      statuses.put("409", "The result is of another bundle or operating point");
    }
    if (method == PathItem.HttpMethod.POST) {
      if (path.endsWith("/films")) {
        statuses.put("409", "Known with other pixels");
      }
      if (path.endsWith("/results")) {
        statuses.put("410", "The film's file is no longer here");
        statuses.put("412", "Changed since it was read");
      }
      statuses.put("413", "Larger than is taken");
      statuses.put("415", "Of a kind that is not taken");
      if (path.startsWith("/api/")) {
        statuses.put("422", "Its content cannot be used");
      }
      statuses.put("503", "Not at the moment; see Retry-After");
    }
    statuses.forEach(
        (status, meaning) -> operation.getResponses().addApiResponse(status, problem(meaning)));
  }

  private static ApiResponse problem(String meaning) {
    Schema<?> problem = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
    return new ApiResponse()
        .description(meaning)
        .content(
            new Content()
                .addMediaType("application/problem+json", new MediaType().schema(problem)));
  }
}
