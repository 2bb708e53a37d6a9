package org.strnet.server.film;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchWordsTest {

  @Test
  void words_are_small_letters_and_digits_without_accents_and_punctuation() {
    assertThat(SearchWords.of("Müller^Anna-Maria P-0017/3"))
        .containsExactly("annamaria", "muller", "p00173");
  }

  @Test
  void letters_of_other_scripts_stay_apart_and_keep_their_beginnings() {
    String whole = SearchWords.of("山田").iterator().next();

    assertThat(whole).isEqualTo("z5c71z7530").startsWith(SearchWords.of("山").iterator().next());
  }

  @Test
  void every_word_lies_between_its_beginning_and_the_last_of_it() {
    assertThat("zzz9").isGreaterThanOrEqualTo("zz").isLessThanOrEqualTo(SearchWords.lastOf("zz"));
    assertThat("ab").isGreaterThan(SearchWords.lastOf("aa"));
  }

  @Test
  void nothing_but_punctuation_is_no_word() {
    assertThat(SearchWords.of(" -- ^^ %")).isEmpty();
  }
}
