package io.keyward.devicesession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import io.keyward.devicesession.RefreshChainStore.Opening;
import io.keyward.devicesession.RefreshChainStore.Outcome;
import io.keyward.devicesession.RefreshChainStore.Presented;
import io.keyward.devicesession.RefreshChainStore.Rotation;
import io.keyward.onetimetoken.Crowd;
import io.keyward.onetimetoken.TokenHash;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link RefreshChainStore} promises. A store of your own passes it, too. */
public abstract class RefreshChainContract extends StoreContract {

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final TokenHash FOREIGN = TokenHash.of("foreign");

    private final String session = newId();
    private final String chain = newId();

    @Test
    void beginsWithItsFirstToken() {
        open();
        assertThat(chain())
                .isEqualTo(new RefreshChain(chain, realm, session, "app", 0, token(0), null, START, IP, null, null));
    }

    @Test
    void isBegunOnce() {
        open();
        rotate(0, START);
        RefreshChain before = chain();
        open();
        assertThat(chain()).isEqualTo(before);
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
        assertThat(rotate(2, later)).isEqualTo(new Rotation(Outcome.ROTATED, later));
        assertThat(chain().generation()).isEqualTo(3);
    }

    @Test
    void whereARequestComesFromMayBeUnknown() {
        transact(store -> store.chains().open(new Opening(realm, chain, session, "app", token(0), START, null)));
        assertThat(chain().lastIp()).isNull();
        Rotation rotation = inTransaction(
                store -> store.chains().rotate(new Presented(realm, chain, 0, token(0), token(1), START, GRACE, null)));
        assertThat(rotation.outcome()).isEqualTo(Outcome.ROTATED);
        assertThat(chain().lastIp()).isNull();
    }

    @Test
    void ofManyWhoPresentOneTokenOneReplacesItAndAllGetItsSuccessor() {
        open();
        List<Rotation> rotations = Crowd.of(50, i -> rotate(0, START.plusMillis(i)));
        List<Outcome> outcomes = rotations.stream().map(Rotation::outcome).toList();
        assertThat(outcomes).containsOnly(Outcome.ROTATED, Outcome.REPEATED);
        assertThat(Collections.frequency(outcomes, Outcome.ROTATED)).isEqualTo(1);
        assertThat(rotations).extracting(Rotation::rotatedAt).containsOnly(chain().rotatedAt());
        assertThat(chain().generation()).isEqualTo(1);
        assertThat(chain().current()).isEqualTo(token(1));
    }

    @Test
    void whoComesWhileAnotherReplacesTheTokenWaitsForTheOutcome() {
        open();
        CompletableFuture<Rotation> second = inTransaction(store -> {
            assertThat(store.chains()
                            .rotate(presented(0, token(0), START, GRACE))
                            .outcome())
                    .isEqualTo(Outcome.ROTATED);
            return waiting(() -> rotate(0, START));
        });
        assertThat(get(second)).isEqualTo(new Rotation(Outcome.REPEATED, START));
    }

    @Test
    void whoComesWhileAnotherFailsReplacesTheToken() {
        open();
        List<CompletableFuture<Rotation>> second = new ArrayList<>();
        assertThatIllegalStateException()
                .isThrownBy(() -> inTransaction(store -> {
                    store.chains().rotate(presented(0, token(0), START, GRACE));
                    second.add(waiting(() -> rotate(0, START.plusSeconds(1))));
                    throw new IllegalStateException("something else went wrong");
                }));
        assertThat(get(second.get(0))).isEqualTo(new Rotation(Outcome.ROTATED, START.plusSeconds(1)));
        assertThat(chain().generation()).isEqualTo(1);
    }

    @Test
    void nobodyIsToldOfAChainThatOnceWas() {
        open();
        transact(store -> {
            assertThat(store.chains().find(realm, chain).orElseThrow().generation())
                    .isZero();
            Crowd.of(1, () -> rotate(0, START));
            assertThat(store.chains()
                            .rotate(presented(0, token(0), START, GRACE))
                            .outcome())
                    .isEqualTo(Outcome.REPEATED);
            assertThat(store.chains().find(realm, chain).orElseThrow().generation())
                    .isEqualTo(1);
        });
    }

    @Test
    void theImmediatePredecessorIsGoodForTheGrace() {
        open();
        rotate(0, START);
        RefreshChain before = chain();
        assertThat(rotate(0, START.plus(GRACE))).isEqualTo(new Rotation(Outcome.REPEATED, START));
        assertThat(rotate(0, START.minusSeconds(30)))
                .as("by a clock that is behind")
                .isEqualTo(new Rotation(Outcome.REPEATED, START));
        assertThat(rotate(0, START.plus(GRACE).plusMillis(1))).isEqualTo(new Rotation(Outcome.REUSED_RECENT, null));
        assertThat(chain()).as("none of them moves the chain").isEqualTo(before);
        assertThat(rotate(1, START.plus(GRACE)).outcome()).isEqualTo(Outcome.ROTATED);
    }

    @Test
    void withoutGraceThePredecessorIsNeverGood() {
        open();
        rotate(0, START);
        assertThat(rotate(0, token(0), START, Duration.ZERO)).isEqualTo(new Rotation(Outcome.REUSED_RECENT, null));
        assertThat(rotate(0, token(0), START.minusSeconds(1), Duration.ZERO))
                .isEqualTo(new Rotation(Outcome.REUSED_RECENT, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1, Integer.MIN_VALUE})
    void anOlderTokenIsNotGoodHoweverYoungItIs(int generation) {
        open();
        rotate(0, START);
        rotate(1, START);
        rotate(2, START);
        assertThat(rotate(generation, token(Math.max(0, generation)), START, GRACE))
                .isEqualTo(new Rotation(Outcome.REUSED_STALE_LINEAGE, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, Integer.MAX_VALUE})
    void aTokenThatTheChainNeverHadIsOfAnotherBranch(int generation) {
        open();
        rotate(0, START);
        rotate(1, START);
        assertThat(rotate(generation, FOREIGN, START, GRACE))
                .isEqualTo(new Rotation(Outcome.REUSED_ORPHANED_BRANCH, null));
        assertThat(chain().generation()).isEqualTo(2);
    }

    @Test
    void thePlaceAndTheIdMustBothBeRight() {
        open();
        rotate(0, START);
        rotate(1, START);
        assertThat(rotate(1, token(2), START, GRACE).outcome()).isEqualTo(Outcome.REUSED_ORPHANED_BRANCH);
        assertThat(rotate(2, token(1), START, GRACE).outcome()).isEqualTo(Outcome.REUSED_ORPHANED_BRANCH);
        assertThat(rotate(3, token(2), START, GRACE).outcome()).isEqualTo(Outcome.REUSED_ORPHANED_BRANCH);
    }

    @Test
    void nothingIsGoodOnceItHasEnded() {
        open();
        rotate(0, START);
        assertThat(end("logout")).isTrue();
        for (int generation : new int[] {0, 1, 2}) {
            assertThat(rotate(generation, START)).isEqualTo(new Rotation(Outcome.ENDED, null));
        }
        assertThat(chain().generation()).isEqualTo(1);
    }

    @Test
    void isEndedByExactlyOne() {
        open();
        List<Boolean> ended = Crowd.of(20, i -> end("reuse-" + i));
        assertThat(Collections.frequency(ended, true)).isEqualTo(1);
        assertThat(chain().endReason()).isEqualTo("reuse-" + ended.indexOf(true));
        assertThat(chain().endedAt()).isEqualTo(START);
        assertThat(end("later")).isFalse();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        open();
        for (String id : ODD) {
            transact(store -> {
                assertThat(store.chains().find(realm, id).isPresent()).isFalse();
                assertThat(store.chains().end(realm, id, "x", START)).isFalse();
                assertThat(store.chains().ofSessions(realm, List.of(id))).isEmpty();
                store.chains().endOfSessions(realm, List.of(id), "x", START);
                assertThat(store.chains().rotate(new Presented(realm, id, 0, token(0), token(1), START, GRACE, null)))
                        .isEqualTo(new Rotation(Outcome.UNKNOWN, null));
            });
        }
        String elsewhere = newId();
        transact(store -> {
            assertThat(store.chains().find(elsewhere, chain).isPresent()).isFalse();
            assertThat(store.chains().end(elsewhere, chain, "x", START)).isFalse();
            assertThat(store.chains()
                            .rotate(new Presented(elsewhere, chain, 0, token(0), token(1), START, GRACE, null)))
                    .isEqualTo(new Rotation(Outcome.UNKNOWN, null));
            assertThat(store.chains().ofSessions(elsewhere, List.of(session))).isEmpty();
            store.chains().endOfSessions(elsewhere, List.of(session), "x", START);
        });
        assertThat(chain().endedAt()).isNull();
    }

    @Test
    void endsWithItsSession() {
        open();
        open(chain + "-2", session);
        open(chain + "-3", session);
        open(chain + "-other", newId());
        end(chain + "-2", "earlier");
        transact(store -> store.chains().endOfSessions(realm, List.of(newId(), session), "logout", START));
        assertThat(all(store -> store.chains().ofSessions(realm, List.of(session))))
                .extracting(RefreshChain::id, RefreshChain::endReason)
                .containsExactlyInAnyOrder(
                        tuple(chain, "logout"), tuple(chain + "-2", "earlier"), tuple(chain + "-3", "logout"));
        assertThat(find(chain + "-other").endedAt()).isNull();
        assertThat(rotate(0, START).outcome()).isEqualTo(Outcome.ENDED);
    }

    @Test
    void endingASessionWaitsForARefreshUnderWay() {
        open();
        CompletableFuture<Void> ending = inTransaction(store -> {
            store.chains().rotate(presented(0, token(0), START, GRACE));
            return waiting(() -> {
                transact(other -> other.chains().endOfSessions(realm, List.of(session), "logout", START));
                return null;
            });
        });
        get(ending);
        assertThat(chain().generation()).isEqualTo(1);
        assertThat(chain().endedAt()).isEqualTo(START);
        assertThat(rotate(1, START).outcome()).isEqualTo(Outcome.ENDED);
    }

    @Test
    void isFoundAmongThoseOfManySessions() {
        open();
        List<String> ids = new ArrayList<>(IntStream.range(0, 1_200)
                .mapToObj(i -> session + "-" + i)
                .map(id -> id.substring(id.length() - 20))
                .toList());
        ids.add(session);
        ids.add(session);
        assertThat(all(store -> store.chains().ofSessions(realm, ids)))
                .extracting(RefreshChain::id)
                .containsExactly(chain);
        assertThat(all(store -> store.chains().ofSessions(realm, List.of()))).isEmpty();
        transact(store -> store.chains().endOfSessions(realm, ids, "logout", START));
        assertThat(chain().endReason()).isEqualTo("logout");
    }

    /** Begins something that has to wait for a row, and lets it get there. */
    private <T> CompletableFuture<T> waiting(Supplier<T> deed) {
        CompletableFuture<T> result = CompletableFuture.supplyAsync(deed);
        awaitSomebodyWaiting();
        assertThat(result).isNotDone();
        return result;
    }

    /** Returns once a transaction waits for a lock that another one holds. */
    protected abstract void awaitSomebodyWaiting();

    private static <T> T get(CompletableFuture<T> future) {
        return future.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private Rotation rotate(int generation, Instant at) {
        return rotate(generation, token(generation), at, GRACE);
    }

    private Rotation rotate(int generation, TokenHash token, Instant at, Duration grace) {
        return inTransaction(store -> store.chains().rotate(presented(generation, token, at, grace)));
    }

    private Presented presented(int generation, TokenHash token, Instant at, Duration grace) {
        return new Presented(realm, chain, generation, token, TokenHash.of(token.value()), at, grace, "192.0.2.2");
    }

    private RefreshChain chain() {
        return find(chain);
    }

    private RefreshChain find(String id) {
        return inTransaction(store -> store.chains().find(realm, id)).orElseThrow();
    }

    private void open() {
        open(chain, session);
    }

    private void open(String id, String sessionId) {
        transact(store -> store.chains().open(new Opening(realm, id, sessionId, "app", token(0), START, IP)));
    }

    private boolean end(String reason) {
        return end(chain, reason);
    }

    private boolean end(String id, String reason) {
        return inTransaction(store -> store.chains().end(realm, id, reason, START));
    }

    private static TokenHash token(int generation) {
        TokenHash token = TokenHash.of("first");
        for (int i = 0; i < generation; i++) {
            token = TokenHash.of(token.value());
        }
        return token;
    }
}
