package org.strnet.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PasswordRulesTest {

  @Test
  void length_counts_in_characters_as_people_see_them() {
    assertThat(PasswordRules.fault("elevenchars", "anna")).isPresent();
    assertThat(PasswordRules.fault("twelve chars", "anna")).isEmpty();
    assertThat(PasswordRules.fault("\uD83E\uDDB4".repeat(6) + "abcde", "anna")).isPresent();
    assertThat(PasswordRules.fault("\uD83E\uDDB4".repeat(6) + "abcdef", "anna")).isEmpty();
    assertThat(PasswordRules.fault("ab cd".repeat(26), "anna")).isPresent();
  }

  @Test
  void no_kind_of_character_is_asked_for() {
    assertThat(PasswordRules.fault("only small letters", "anna")).isEmpty();
  }

  @Test
  void the_name_and_the_common_ones_are_refused_however_they_are_written() {
    assertThat(PasswordRules.fault("My-Anna-password", "anna")).isPresent();
    assertThat(PasswordRules.fault("PassWordPassWord", "anna")).isPresent();
    assertThat(PasswordRules.fault("correct horse battery staple", "anna")).isPresent();
    assertThat(PasswordRules.fault("ababababababab", "anna")).isPresent();
  }

  @Test
  void a_lock_grows_from_the_fifth_failure_to_an_hour() {
    assertThat(Lockout.after(4)).isEmpty();
    assertThat(Lockout.after(5)).contains(Duration.ofMinutes(1));
    assertThat(Lockout.after(6)).contains(Duration.ofMinutes(2));
    assertThat(Lockout.after(10)).contains(Duration.ofMinutes(32));
    assertThat(Lockout.after(11)).contains(Duration.ofHours(1));
    assertThat(Lockout.after(Integer.MAX_VALUE)).contains(Duration.ofHours(1));
  }

  @Test
  void one_time_passwords_and_tokens_are_random_and_long() {
    assertThat(Secrets.oneTimePassword()).hasSize(16).isNotEqualTo(Secrets.oneTimePassword());
    assertThat(Secrets.token()).hasSize(43).isNotEqualTo(Secrets.token());
  }
}
