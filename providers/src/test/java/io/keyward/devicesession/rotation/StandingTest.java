package io.keyward.devicesession.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.devicesession.RefreshChain;
import io.keyward.onetimetoken.TokenHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keycloak.models.Constants;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.RefreshToken;

final class StandingTest {

    private static final Instant ROTATED = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(10);

    @Test
    void theCurrentTokenIsGoodHoweverOld() {
        assertThat(good("current", ROTATED.plus(Duration.ofDays(300)), GRACE)).isTrue();
    }

    @Test
    void thePredecessorIsGoodWithinTheGrace() {
        assertThat(good("previous", ROTATED.plus(GRACE), GRACE)).isTrue();
        assertThat(good("previous", ROTATED.plus(GRACE).plusMillis(1), GRACE)).isFalse();
        assertThat(good("previous", ROTATED.minusSeconds(5), GRACE))
                .as("by a clock that is behind")
                .isTrue();
    }

    @Test
    void withoutGraceItNeverIs() {
        assertThat(good("previous", ROTATED, Duration.ZERO)).isFalse();
    }

    @Test
    void anyOtherIsNot() {
        assertThat(good("older", ROTATED, GRACE)).isFalse();
    }

    @Test
    void whatTheCurrentOneLedToIsGoodThoughTheLedgerHasForgottenIt() {
        RefreshToken lost = token(DerivedId.successor("line", TokenHash.of("current")), true);
        assertThat(Standing.good(Optional.of(line(null)), GRACE, lost, ROTATED))
                .as("at another place")
                .isFalse();
        new Place("line", 4).mark(lost);
        assertThat(Standing.good(Optional.of(line(null)), GRACE, lost, ROTATED)).isTrue();
        assertThat(Standing.good(Optional.of(line(ROTATED)), GRACE, lost, ROTATED))
                .as("of a line that has ended")
                .isFalse();
        RefreshToken other = token("any other", true);
        new Place("line", 4).mark(other);
        assertThat(Standing.good(Optional.of(line(null)), GRACE, other, ROTATED))
                .isFalse();
    }

    @Test
    void nothingOfALineThatHasEndedIs() {
        assertThat(Standing.good(Optional.of(line(ROTATED)), GRACE, token("current", true), ROTATED))
                .isFalse();
    }

    @Test
    void aTokenThatNamesALineThatIsNotThereIsNotGood() {
        assertThat(Standing.good(Optional.empty(), GRACE, token("current", true), ROTATED))
                .isFalse();
        assertThat(Standing.good(Optional.empty(), GRACE, token("from before", false), ROTATED))
                .isTrue();
    }

    @Test
    void aTokenFromBeforeBeginsItsLine() {
        RefreshToken token = token("from before", false);
        Place alone = Standing.adopted(token, "client");
        assertThat(alone.generation()).isZero();
        token.getOtherClaims().put(Constants.REUSE_ID, "exchange");
        assertThat(Standing.adopted(token, "client").chain()).isNotEqualTo(alone.chain());
    }

    private static boolean good(String tokenId, Instant now, Duration grace) {
        return Standing.good(Optional.of(line(null)), grace, token(tokenId, true), now);
    }

    private static RefreshChain line(Instant endedAt) {
        return new RefreshChain(
                "line",
                "realm",
                "session",
                "client",
                3,
                TokenHash.of("current"),
                TokenHash.of("previous"),
                ROTATED,
                null,
                endedAt,
                null);
    }

    private static RefreshToken token(String id, boolean placed) {
        AccessToken access = new AccessToken();
        access.setSessionId("session");
        RefreshToken token = new RefreshToken(access, null, "default");
        token.id(id);
        if (placed) {
            new Place("line", 3).mark(token);
        }
        return token;
    }
}
