package dateline.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinksTest {

  @Test
  void aMomentStandsBeforeTheFragmentAndAfterOtherParameters() {
    Links then = new Links("2024-03-04T05:06+01:00");
    assertThat(then.to("/article/a1#s2"))
        .isEqualTo("/article/a1?asOf=2024-03-04T05%3A06%2B01%3A00#s2");
    assertThat(new Links("17").to("/actor?name=Berg")).isEqualTo("/actor?name=Berg&asOf=17");
  }

  @Test
  void addressesOfNowStayAsTheyAre() {
    assertThat(Links.NOW.to("/article/a1#s2")).isEqualTo("/article/a1#s2");
  }
}
