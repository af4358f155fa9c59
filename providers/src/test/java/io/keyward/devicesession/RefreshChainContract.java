package io.keyward.devicesession;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.devicesession.RefreshChainStore.Opening;
import io.keyward.devicesession.RefreshChainStore.Outcome;
import io.keyward.devicesession.RefreshChainStore.Presented;
import io.keyward.devicesession.RefreshChainStore.Rotation;
import io.keyward.onetimetoken.Crowd;
import io.keyward.onetimetoken.TokenHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link RefreshChainStore} promises. A store of your own passes it, too. */
public abstract class RefreshChainContract implements StoreUnderTest {

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Instant START = Instant.parse("2026-09-01T12:00:00.123Z");

    private final String realm = UUID.randomUUID().toString();
    private final String session = UUID.randomUUID().toString();
    private final String chain = UUID.randomUUID().toString();

    @Test
    void beginsWithItsFirstToken() {
        open();
        assertThat(chain())
                .isEqualTo(new RefreshChain(
                        chain, realm, session, "app", 0, token(0), null, START, "192.0.2.1", null, null));
    }

    @Test
    void isBegunOnce() {
        open();
        rotate(0, START);
        open();
        assertThat(chain().generation()).isEqualTo(1);
    }

    @Test
    void replacesTheCurrentToken() {
        open();
        Instant later = START.plusSeconds(300);
        assertThat(rotate(0, later)).isEqualTo(new Rotation(Outcome.ROTATED, later));
        assertThat(chain())
                .isEqualTo(new RefreshChain(
                        chain, realm, session, "app", 1, token(1), token(0), later, "192.0.2.2", null, null));
        assertThat(rotate(1, later)).isEqualTo(new Rotation(Outcome.ROTATED, later));
    }

    @Test
    void ofManyWhoPresentOneTokenOneReplacesItAndAllGetItsSuccessor() {
        open();
        List<Outcome> outcomes = Crowd.of(50, () -> rotate(0, START).outcome());
        assertThat(outcomes).containsOnly(Outcome.ROTATED, Outcome.REPEATED);
        assertThat(Collections.frequency(outcomes, Outcome.ROTATED)).isEqualTo(1);
        assertThat(chain().generation()).isEqualTo(1);
        assertThat(chain().current()).isEqualTo(token(1));
    }

    @Test
    void theImmediatePredecessorIsGoodForTheGrace() {
        open();
        rotate(0, START);
        assertThat(rotate(0, START.plus(GRACE))).isEqualTo(new Rotation(Outcome.REPEATED, START));
        assertThat(rotate(0, START.plus(GRACE).plusMillis(1))).isEqualTo(new Rotation(Outcome.REUSED_RECENT, null));
    }

    private Rotation rotate(int generation, Instant at) {
        return rotate(generation, token(generation), at, GRACE);
    }

    private Rotation rotate(int generation, TokenHash token, Instant at, Duration grace) {
        return inTransaction(store -> store.chains()
                .rotate(new Presented(
                        realm, chain, generation, token, TokenHash.of(token.value()), at, grace, "192.0.2.2")));
    }

    private RefreshChain chain() {
        return inTransaction(store -> store.chains().find(realm, chain)).orElseThrow();
    }

    private void open() {
        transact(store -> store.chains().open(new Opening(realm, chain, session, "app", token(0), START, "192.0.2.1")));
    }

    private static TokenHash token(int generation) {
        TokenHash token = TokenHash.of("first");
        for (int i = 0; i < generation; i++) {
            token = TokenHash.of(token.value());
        }
        return token;
    }
}
