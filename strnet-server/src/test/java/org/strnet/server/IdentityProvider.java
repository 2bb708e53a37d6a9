package org.strnet.server;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Spring's authorization server as a site's identity provider, with one person. Not annotated as a
 * configuration, so that the reading room does not find it.
 */
@EnableAutoConfiguration(
    exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
class IdentityProvider {

  static final String NAME = "anna";
  static final String PASSWORD = "at the provider only";

  /** What the provider says that she is. */
  static final AtomicReference<List<String>> ROLES = new AtomicReference<>(List.of());

  static ConfigurableApplicationContext start(String redirect) {
    String client = "spring.security.oauth2.authorizationserver.client.room.registration.";
    SpringApplication application = new SpringApplication(IdentityProvider.class);
    application.setDefaultProperties(
        Map.ofEntries(
            Map.entry("server.port", "0"),
            Map.entry("server.address", "127.0.0.1"),
            Map.entry("server.servlet.session.cookie.name", "PROVIDER"),
            Map.entry("spring.main.banner-mode", "off"),
            Map.entry("springdoc.api-docs.enabled", "false"),
            Map.entry("spring.security.user.name", NAME),
            Map.entry("spring.security.user.password", "{noop}" + PASSWORD),
            Map.entry(client + "client-id", "room"),
            Map.entry(client + "client-secret", "{noop}shared"),
            Map.entry(client + "client-authentication-methods", "client_secret_basic"),
            Map.entry(client + "authorization-grant-types", "authorization_code"),
            Map.entry(client + "redirect-uris", redirect),
            Map.entry(client + "scopes", "openid,profile")));
    return application.run();
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> claims() {
    return context ->
        context
            .getClaims()
            .claim("preferred_username", NAME)
            .claim("realm", Map.of("roles", ROLES.get()));
  }
}
