package io.keyward.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HtmlTest {

    @Test
    void markupInTextIsShownNotObeyed() {
        assertThat(Html.escape("<script>alert('x')</script> & \"quotes\""))
                .isEqualTo("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;quotes&quot;");
    }

    @Test
    void linksOpenInATabOfTheirOwn() {
        assertThat(Html.withLinks("Go to https://a.example/x?y=1&z=2 now"))
                .isEqualTo("Go to <a target=\"_blank\" rel=\"noopener noreferrer\""
                        + " href=\"https://a.example/x?y=1&amp;z=2\">https://a.example/x?y=1&amp;z=2</a> now");
    }

    @Test
    void aLinkCannotBreakOutOfItsAttribute() {
        assertThat(Html.withLinks("https://a.example/\"onmouseover=\"alert(1)<b>"))
                .startsWith("<a target=\"_blank\" rel=\"noopener noreferrer\" href=\"https://a.example/\">")
                .endsWith("</a>&quot;onmouseover=&quot;alert(1)&lt;b&gt;");
    }

    @Test
    void scriptAddressesAreNoLinks() {
        assertThat(Html.withLinks("javascript:alert(1)")).isEqualTo("javascript:alert(1)");
    }
}
