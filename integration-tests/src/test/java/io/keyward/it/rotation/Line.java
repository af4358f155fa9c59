package io.keyward.it.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.OAuthClient;
import io.keyward.it.harness.TokenAnswer;
import java.util.ArrayList;
import java.util.List;

/** The tokens that one sign-in at one client has led to, oldest first. */
final class Line {

    private final OAuthClient client;
    private final List<TokenAnswer> answers = new ArrayList<>();

    Line(OAuthClient client, TokenAnswer first) {
        assertThat(first.status()).as("%s", first.json()).isEqualTo(200);
        this.client = client;
        answers.add(first);
    }

    OAuthClient client() {
        return client;
    }

    TokenAnswer first() {
        return answers.get(0);
    }

    TokenAnswer at(int generation) {
        return answers.get(generation);
    }

    TokenAnswer newest() {
        return answers.get(answers.size() - 1);
    }

    /** Refreshes with the newest token, so many times. */
    Line refreshed(int times) {
        for (int i = 0; i < times; i++) {
            TokenAnswer answer = client.refresh(newest().refreshToken());
            assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
            answers.add(answer);
        }
        return this;
    }

    /** Presents the token of that generation, and keeps nothing of the answer. */
    TokenAnswer present(int generation) {
        return client.refresh(at(generation).refreshToken());
    }

    static void refused(TokenAnswer answer) {
        assertThat(answer.status()).as("%s", answer.json()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("invalid_grant");
        assertThat(answer.holdsNoToken()).isTrue();
    }
}
