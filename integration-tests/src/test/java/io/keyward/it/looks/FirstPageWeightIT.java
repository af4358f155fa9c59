package io.keyward.it.looks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.WaitUntilState;
import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.PageWatch;
import io.keyward.it.harness.TestRealm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the first page of a sign-in weighs on the line, compressed as Keycloak sends it, for a browser that has nothing yet. */
@Tag("long")
class FirstPageWeightIT {

    private static final long ADDED_AT_MOST = 30_000;

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @RegisterExtension
    static final TestRealm plain = TestRealm.shipped().with(definition -> definition.put("loginTheme", "keycloak.v2"));

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void theFirstPageAddsLittleToKeycloaks() throws IOException {
        long keyward = weigh(realm);
        long keycloak = weigh(plain);
        Files.writeString(
                Path.of("target", "first-page.txt"),
                "keyward: " + keyward + " bytes, keycloak.v2: " + keycloak + " bytes, added: " + (keyward - keycloak));

        assertThat(keycloak).isGreaterThan(50_000);
        assertThat(keyward - keycloak).isLessThanOrEqualTo(ADDED_AT_MOST);
    }

    private long weigh(TestRealm realm) {
        Page page = browsers.open();
        PageWatch watch = PageWatch.on(page, realm.keyward().url());
        List<Request> finished = new CopyOnWriteArrayList<>();
        page.onRequestFinished(finished::add);
        page.navigate(realm.authorization().url(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
        page.locator("#kc-login").waitFor();

        assertThat(watch.findings()).isEmpty();
        assertThat(finished).anyMatch(request -> request.url().contains("/css/styles.css"));
        return finished.stream()
                .map(Request::sizes)
                .mapToLong(sizes -> sizes.responseBodySize + sizes.responseHeadersSize)
                .sum();
    }
}
