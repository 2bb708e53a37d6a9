package org.strnet.server.security;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.authentication.AccountStatusUserDetailsChecker;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.strnet.server.account.AccountRegister;
import org.strnet.server.account.ApiTokenRegister;
import org.strnet.server.configuration.SecuritySettings;

/** Who may ask for what, and the headers of every answer. */
@Configuration
@EnableMethodSecurity
class WebSecurity {

  private static final String SIGN_IN = "/sign-in";
  private static final String READER = "READER";
  private static final String ADMINISTRATOR = "ADMINISTRATOR";
  private static final String PROMETHEUS = "/actuator/prometheus";
  private static final String HEALTH = "/actuator/health/**";

  private final AccountRegister accounts;
  private final SecuritySettings settings;
  private final Clock clock;
  private final ApiRates apiRates;

  WebSecurity(AccountRegister accounts, SecuritySettings settings, Clock clock) {
    this.accounts = accounts;
    this.settings = settings;
    this.clock = clock;
    apiRates = new ApiRates(settings, clock);
  }

  @Bean
  static PasswordEncoder passwordEncoder() {
    return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  }

  @Bean
  static RoleHierarchy roleHierarchy() {
    return RoleHierarchyImpl.fromHierarchy("ROLE_ADMINISTRATOR > ROLE_RADIOLOGIST > ROLE_READER");
  }

  /** The password is looked at first: a locked account answers as late as any other. */
  @Bean
  AuthenticationProvider passwords(PasswordEncoder encoder) {
    DaoAuthenticationProvider provider =
        new DaoAuthenticationProvider(new AccountDetails(accounts, clock));
    provider.setPasswordEncoder(encoder);
    provider.setPreAuthenticationChecks(user -> {});
    provider.setPostAuthenticationChecks(new AccountStatusUserDetailsChecker());
    return provider;
  }

  /** Programs with a token: no session, so nothing to forge. */
  @Bean
  @Order(1)
  SecurityFilterChain programs(HttpSecurity http, ApiTokenRegister tokens) {
    Refusals refusals = new Refusals();
    return http.securityMatcher(TokenSignIn::isOffered)
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(HEALTH)
                    .permitAll()
                    .requestMatchers(PROMETHEUS)
                    .hasRole(READER)
                    .requestMatchers("/actuator/**")
                    .hasRole(ADMINISTRATOR)
                    .anyRequest()
                    .hasRole(READER))
        .addFilterBefore(
            new TokenSignIn(tokens, accounts, clock), UsernamePasswordAuthenticationFilter.class)
        .addFilterBefore(apiRates, AuthorizationFilter.class)
        .exceptionHandling(
            errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .headers(AnswerHeaders::apply)
        .build();
  }

  /** People, in a browser's session. */
  @Bean
  @Order(2)
  SecurityFilterChain people(
      HttpSecurity http,
      ObjectProvider<ClientRegistrationRepository> providers,
      ProviderAccounts providerAccounts,
      SessionStart start) {
    Refusals refusals = new Refusals();
    http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        SIGN_IN, "/style/**", "/script/**", "/webjars/**", "/error", HEALTH)
                    .permitAll()
                    .requestMatchers(PROMETHEUS)
                    .hasRole(READER)
                    .requestMatchers("/operations/**", "/actuator/**")
                    .hasRole(ADMINISTRATOR)
                    .anyRequest()
                    .hasRole(READER))
        .formLogin(
            form -> form.loginPage(SIGN_IN).successHandler(start).failureUrl(SIGN_IN + "?error"))
        .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl(SIGN_IN + "?logout"))
        .requestCache(AbstractHttpConfigurer::disable)
        .addFilterBefore(
            new SignInRates(settings, clock), UsernamePasswordAuthenticationFilter.class)
        .addFilterBefore(
            new AccountGuard(accounts, settings.longestSession(), clock),
            UsernamePasswordAuthenticationFilter.class)
        .addFilterBefore(apiRates, AuthorizationFilter.class)
        .exceptionHandling(
            errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .headers(AnswerHeaders::apply);
    if (providers.getIfAvailable() != null) {
      signInAtProvider(http, providerAccounts, start);
    }
    return http.build();
  }

  private static void signInAtProvider(
      HttpSecurity http, ProviderAccounts providerAccounts, SessionStart start) {
    http.oauth2Login(
        provider ->
            provider
                .loginPage(SIGN_IN)
                .userInfoEndpoint(user -> user.oidcUserService(providerAccounts))
                .successHandler(start)
                .failureUrl(SIGN_IN + "?error"));
  }
}
