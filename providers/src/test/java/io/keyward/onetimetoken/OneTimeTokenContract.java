package io.keyward.onetimetoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keyward.onetimetoken.CodeResult.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.util.Time;

/** What every {@link OneTimeTokenProvider} promises. A store of your own passes it, too. */
abstract class OneTimeTokenContract {

    private static final String PURPOSE = "verify-email";
    private static final String RIGHT = TokenHash.of("1234 5678").value();
    private static final String WRONG = TokenHash.of("8765 4321").value();
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final String realm = UUID.randomUUID().toString();
    private final String user = UUID.randomUUID().toString();

    /** Runs in a transaction of its own, also when many threads come at once. */
    abstract <T> T inTransaction(Function<OneTimeTokenProvider, T> work);

    /** Lets a user exist. */
    abstract void addUser(String userId);

    /** Removes a user as Keycloak does it with imported ones: without a word. */
    abstract void loseUser(String userId);

    /** Every value that is stored, as text. */
    abstract List<String> everythingStored();

    @AfterEach
    void backToNow() {
        Time.setOffset(0);
    }

    @Test
    void bringsBackWhatTheTokenWasBoundTo() {
        Instant before = now();
        IssuedToken issued = issue();
        OneTimeToken found = find(issued);
        assertThat(found.id()).isEqualTo(issued.id());
        assertThat(found.userId()).isEqualTo(user);
        assertThat(found.purpose()).isEqualTo(PURPOSE);
        assertThat(found.address()).isEqualTo("Ann@Example.org");
        assertThat(found.binding()).isEqualTo("browser");
        assertThat(found.issuedAt()).isBetween(before, now());
        assertThat(found.expiresAt()).isEqualTo(found.issuedAt().plus(DAY)).isEqualTo(issued.expiresAt());
        assertThat(found.state()).isEqualTo(TokenState.PENDING);
        assertThat(found.outcome()).isNull();
        assertThat(found.consumedAt()).isNull();
        assertThat(byId(issued)).isEqualTo(found);
    }

    @Test
    void needsNeitherBindingNorCode() {
        IssuedToken issued = issue(new TokenRequest(realm, user, PURPOSE, "ann@example.org", DAY, null, null));
        assertThat(find(issued).binding()).isNull();
        assertThat(guess(issued, RIGHT).verdict()).isEqualTo(Verdict.NOT_PENDING);
        assertThat(consume(issued)).isTrue();
    }

    @Test
    void isConsumedOnce() {
        IssuedToken issued = issue();
        assertThat(consume(issued)).isTrue();
        assertThat(consume(issued)).isFalse();
        OneTimeToken found = find(issued);
        assertThat(found.state()).isEqualTo(TokenState.CONSUMED);
        assertThat(found.outcome()).isEqualTo("link");
        assertThat(found.consumedAt()).isBetween(found.issuedAt(), now());
    }

    @Test
    void isConsumedOnceByAHundredAtATime() {
        IssuedToken issued = issue();
        assertThat(Crowd.of(100, () -> consume(issued))).containsOnlyOnce(true).hasSize(100);
    }

    @Test
    void isConsumedOnceByLinkAndCodeAtATime() {
        IssuedToken issued = issue();
        List<Boolean> wins = Crowd.of(
                20, i -> i % 2 == 0 ? consume(issued) : guess(issued, RIGHT).accepted());
        assertThat(wins).containsOnlyOnce(true);
    }

    @Test
    void readingConsumesNothing() {
        IssuedToken issued = issue();
        IntStream.range(0, 20).forEach(i -> assertThat(find(issued).pending()).isTrue());
        assertThat(consume(issued)).isTrue();
    }

    @Test
    void whatIsReadAfterAChangeInTheSameTransactionShowsIt() {
        IssuedToken issued = issue();
        inTransaction(tokens -> {
            assertThat(tokens.findById(realm, issued.id()).orElseThrow().pending())
                    .isTrue();
            tokens.consume(realm, issued.id(), "link");
            assertThat(tokens.findById(realm, issued.id()).orElseThrow().state())
                    .isEqualTo(TokenState.CONSUMED);
            return null;
        });
    }

    @Test
    void theNewestSupersedesEarlierOnes() {
        IssuedToken older = issue();
        IssuedToken newer = issue();
        assertThat(find(older).state()).isEqualTo(TokenState.SUPERSEDED);
        assertThat(consume(older)).isFalse();
        assertThat(guess(older, RIGHT).verdict()).isEqualTo(Verdict.NOT_PENDING);
        assertThat(consume(newer)).isTrue();
        assertThat(find(older).state()).isEqualTo(TokenState.SUPERSEDED);
    }

    @Test
    void otherUsersPurposesAndRealmsAreNotSuperseded() {
        IssuedToken issued = issue();
        issue(request(realm, UUID.randomUUID().toString(), PURPOSE));
        issue(request(realm, user, "reset-password"));
        issue(request(UUID.randomUUID().toString(), user, PURPOSE));
        assertThat(find(issued).pending()).isTrue();
    }

    @Test
    void ofConcurrentIssuersNoneFailsAndOneTokenIsLeft() {
        List<IssuedToken> issued = Crowd.of(50, () -> issue());
        assertThat(issued.stream().map(this::find).map(OneTimeToken::state))
                .containsOnlyOnce(TokenState.PENDING)
                .containsOnly(TokenState.PENDING, TokenState.SUPERSEDED);
        assertThat(issued.stream().map(this::consume)).containsOnlyOnce(true);
    }

    @Test
    void federatedUsersHaveTokensToo() {
        String federated = "f:" + UUID.randomUUID() + ":" + "ann".repeat(50);
        assertThat(Crowd.of(10, () -> issue(request(realm, federated, PURPOSE))))
                .filteredOn(issued -> find(issued).pending())
                .hasSize(1);
    }

    @Test
    void expires() {
        IssuedToken issued = issue();
        Time.setOffset((int) DAY.toSeconds() - 5);
        assertThat(find(issued).state()).isEqualTo(TokenState.PENDING);
        Time.setOffset((int) DAY.toSeconds());
        assertThat(find(issued).state()).isEqualTo(TokenState.EXPIRED);
        assertThat(consume(issued)).isFalse();
        assertThat(guess(issued, RIGHT).verdict()).isEqualTo(Verdict.EXPIRED);
    }

    @Test
    void isOfNoUseInAnotherRealmOrForAnotherPurpose() {
        IssuedToken issued = issue();
        run(tokens -> {
            assertThat(tokens.find("other", PURPOSE, issued.token())).isEmpty();
            assertThat(tokens.find(realm, "reset-password", issued.token())).isEmpty();
            assertThat(tokens.findById("other", issued.id())).isEmpty();
            assertThat(tokens.consume("other", issued.id(), "link")).isFalse();
            assertThat(tokens.tryCode("other", issued.id(), RIGHT, "code").verdict())
                    .isEqualTo(Verdict.NOT_PENDING);
        });
        assertThat(find(issued).pending()).isTrue();
    }

    @Test
    void aTokenThatNobodyIssuedIsNotFound() {
        issue();
        assertThat(this.<Boolean>inTransaction(
                        tokens -> tokens.find(realm, PURPOSE, RawToken.random()).isEmpty()))
                .isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "1", "\0", "00000000-0000-0000-0000-00000000000\0", "' or 1=1 --", "ä", "%"})
    void anIdThatNobodyMadeIsNotFound(String id) {
        issue();
        run(tokens -> {
            assertThat(tokens.findById(realm, id)).isEmpty();
            assertThat(tokens.consume(realm, id, "link")).isFalse();
            assertThat(tokens.tryCode(realm, id, RIGHT, "code").verdict()).isEqualTo(Verdict.NOT_PENDING);
        });
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Link", "a b", "\0"})
    void anOutcomeIsAWord(String outcome) {
        IssuedToken issued = issue();
        run(tokens ->
                assertThatIllegalArgumentException().isThrownBy(() -> tokens.consume(realm, issued.id(), outcome)));
    }

    @Test
    void theRightCodeConsumes() {
        IssuedToken issued = issue();
        assertThat(guess(issued, RIGHT).accepted()).isTrue();
        assertThat(guess(issued, RIGHT).verdict()).isEqualTo(Verdict.NOT_PENDING);
        assertThat(consume(issued)).isFalse();
        assertThat(find(issued).outcome()).isEqualTo("code");
    }

    @Test
    void wrongCodesUseUpTheTriesButNotTheLink() {
        IssuedToken issued = issue();
        for (int left = 4; left >= 0; left--) {
            assertThat(guess(issued, WRONG)).isEqualTo(new CodeResult(Verdict.WRONG, left));
        }
        assertThat(guess(issued, RIGHT).verdict()).isEqualTo(Verdict.NO_TRIES);
        assertThat(consume(issued)).isTrue();
    }

    @Test
    void aHundredWrongCodesAtATimeGetNoMoreThanTheTries() {
        IssuedToken issued = issue();
        List<CodeResult> results = Crowd.of(100, () -> guess(issued, WRONG));
        assertThat(results.stream().filter(result -> result.verdict() == Verdict.WRONG))
                .extracting(CodeResult::triesLeft)
                .containsExactlyInAnyOrder(4, 3, 2, 1, 0);
        assertThat(results.stream().filter(result -> result.verdict() == Verdict.NO_TRIES))
                .hasSize(95);
        assertThat(find(issued).pending()).isTrue();
    }

    @Test
    void theCodeExpiresBeforeTheLink() {
        IssuedToken issued = issue();
        Time.setOffset((int) TEN_MINUTES.toSeconds());
        assertThat(guess(issued, RIGHT).verdict()).isEqualTo(Verdict.EXPIRED);
        assertThat(consume(issued)).isTrue();
    }

    @Test
    void storesTheHashOnly() {
        IssuedToken issued = issue();
        assertThat(everythingStored())
                .noneMatch(value -> value.contains(issued.token().value()))
                .anyMatch(value -> value.contains(issued.token().hash().value()));
    }

    @Test
    void countsWhatWasIssued() {
        issue();
        Instant first = now();
        Time.setOffset(60);
        issue();
        issue(request(realm, user, "reset-password"));
        assertThat(issuedSince(first.minus(DAY))).isEqualTo(2);
        assertThat(issuedSince(first.plusSeconds(30))).isEqualTo(1);
        assertThat(issuedSince(first.plusSeconds(90))).isZero();
    }

    @Test
    void isRevoked() {
        IssuedToken issued = issue();
        run(tokens -> tokens.revoke(realm, user, PURPOSE));
        assertThat(find(issued).state()).isEqualTo(TokenState.SUPERSEDED);
        assertThat(consume(issued)).isFalse();
        assertThat(find(issue()).pending()).isTrue();
    }

    @Test
    void goesWithItsUser() {
        String other = UUID.randomUUID().toString();
        IssuedToken kept = issue(request(realm, other, PURPOSE));
        IssuedToken gone = issue();
        issue();
        run(tokens -> tokens.removeUser(realm, user));
        assertThat(everythingStored()).noneMatch(value -> value.contains(user));
        assertThat(stored(gone)).isFalse();
        assertThat(stored(kept)).isTrue();
    }

    @Test
    void goesWithItsRealm() {
        String other = UUID.randomUUID().toString();
        IssuedToken kept = issue(request(other, user, PURPOSE));
        issue();
        run(tokens -> tokens.removeRealm(realm));
        assertThat(everythingStored()).noneMatch(value -> value.contains(realm));
        assertThat(stored(kept)).isTrue();
    }

    @Test
    void purgesInBatchesWhatExpiredBefore() {
        List<IssuedToken> issued = IntStream.range(0, 5).mapToObj(i -> issue()).toList();
        Time.setOffset((int) DAY.toSeconds() * 2);
        IssuedToken fresh = issue();
        assertThat(purge(now().minus(DAY.multipliedBy(2)), 100)).isZero();
        assertThat(purge(now(), 2)).isEqualTo(2);
        assertThat(purge(now(), 2)).isEqualTo(2);
        assertThat(purge(now(), 2)).isEqualTo(1);
        assertThat(issued).noneMatch(this::stored);
        assertThat(stored(fresh)).isTrue();
    }

    @Test
    void purgesInBatchesWhatBelongsToNobody() {
        addUser(user);
        IssuedToken kept = issue();
        String lost = UUID.randomUUID().toString();
        addUser(lost);
        for (int i = 0; i < 3; i++) {
            issue(request(realm, lost, PURPOSE));
        }
        assertThat(purgeOrphans(2)).isZero();
        loseUser(lost);
        assertThat(purgeOrphans(2)).isEqualTo(2);
        assertThat(purgeOrphans(2)).isEqualTo(1);
        assertThat(stored(kept)).isTrue();
    }

    IssuedToken issue() {
        return issue(request(realm, user, PURPOSE));
    }

    private TokenRequest request(String realmId, String userId, String purpose) {
        return new TokenRequest(
                realmId, userId, purpose, "Ann@Example.org", DAY, "browser", new CodeRequest(RIGHT, TEN_MINUTES, 5));
    }

    IssuedToken issue(TokenRequest request) {
        return inTransaction(tokens -> tokens.issue(request));
    }

    private OneTimeToken find(IssuedToken issued) {
        return inTransaction(tokens -> tokens.findById(realm, issued.id())
                .flatMap(found -> tokens.find(realm, found.purpose(), issued.token()))
                .orElseThrow());
    }

    OneTimeToken byId(IssuedToken issued) {
        return inTransaction(tokens -> tokens.findById(realm, issued.id()).orElseThrow());
    }

    boolean consume(IssuedToken issued) {
        return inTransaction(tokens -> tokens.consume(realm, issued.id(), "link"));
    }

    private CodeResult guess(IssuedToken issued, String codeHash) {
        return inTransaction(tokens -> tokens.tryCode(realm, issued.id(), codeHash, "code"));
    }

    private boolean stored(IssuedToken issued) {
        return everythingStored().stream().anyMatch(value -> value.contains(issued.id()));
    }

    private long issuedSince(Instant since) {
        return inTransaction(tokens -> tokens.issuedSince(realm, user, PURPOSE, since));
    }

    private int purge(Instant before, int limit) {
        return inTransaction(tokens -> tokens.purge(before, limit));
    }

    int purgeOrphans(int limit) {
        return inTransaction(tokens -> tokens.purgeOrphans(limit));
    }

    void run(Consumer<OneTimeTokenProvider> work) {
        inTransaction(tokens -> {
            work.accept(tokens);
            return null;
        });
    }

    String realm() {
        return realm;
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }
}
