package io.keyward.onetimetoken;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.keycloak.common.util.Time;

/** A fake for tests of what builds on one-time tokens. It keeps the same contract as the real store, but has no transactions. */
public final class InMemoryOneTimeTokens implements OneTimeTokenProvider {

    private final List<Row> rows = new ArrayList<>();
    private final Set<String> users = ConcurrentHashMap.newKeySet();

    /** Users that {@link #purgeOrphans} takes for existing. */
    public Set<String> users() {
        return users;
    }

    synchronized List<String> stored() {
        return rows.stream().map(Row::toString).toList();
    }

    @Override
    public synchronized IssuedToken issue(TokenRequest request) {
        revoke(request.realmId(), request.userId(), request.purpose());
        RawToken token = RawToken.random();
        Row row = new Row(request, token.hash(), Time.currentTimeMillis());
        rows.add(row);
        return new IssuedToken(row.id, token, Instant.ofEpochMilli(row.expiresAt()));
    }

    @Override
    public synchronized Optional<OneTimeToken> find(String realmId, String purpose, RawToken token) {
        return first(row -> row.in(realmId) && row.request.purpose().equals(purpose) && row.hash.equals(token.hash()))
                .map(Row::view);
    }

    @Override
    public synchronized Optional<OneTimeToken> findById(String realmId, String id) {
        return byId(realmId, id).map(Row::view);
    }

    @Override
    public synchronized boolean consume(String realmId, String id, String outcome) {
        if (outcome == null || !outcome.matches("[a-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("not a word");
        }
        return byId(realmId, id).filter(row -> row.view().pending()).stream()
                .peek(row -> row.consume(outcome))
                .findFirst()
                .isPresent();
    }

    @Override
    public synchronized CodeResult tryCode(String realmId, String id, String codeHash, String outcome) {
        Row row = byId(realmId, id).orElse(null);
        TokenState state = row == null ? TokenState.SUPERSEDED : row.view().state();
        if (row == null
                || row.request.code() == null
                || state == TokenState.CONSUMED
                || state == TokenState.SUPERSEDED) {
            return CodeResult.NOT_PENDING;
        }
        CodeRequest code = row.request.code();
        if (state == TokenState.EXPIRED || row.issuedAt + code.lifespan().toMillis() <= Time.currentTimeMillis()) {
            return CodeResult.EXPIRED;
        }
        if (row.tries >= code.tries()) {
            return CodeResult.NO_TRIES;
        }
        row.tries++;
        if (!code.codeHash().equals(codeHash)) {
            return CodeResult.wrong(code.tries() - row.tries);
        }
        consume(realmId, id, outcome);
        return CodeResult.ACCEPTED;
    }

    @Override
    public synchronized long issuedSince(String realmId, String userId, String purpose, Instant since) {
        return rows.stream()
                .filter(row -> row.in(realmId)
                        && row.of(userId)
                        && row.request.purpose().equals(purpose)
                        && row.issuedAt >= since.toEpochMilli())
                .count();
    }

    @Override
    public synchronized void revoke(String realmId, String userId, String purpose) {
        rows.stream()
                .filter(row -> row.in(realmId)
                        && row.of(userId)
                        && row.request.purpose().equals(purpose))
                .forEach(row -> row.superseded = true);
    }

    @Override
    public synchronized void removeUser(String realmId, String userId) {
        rows.removeIf(row -> row.in(realmId) && row.of(userId));
    }

    @Override
    public synchronized void removeRealm(String realmId) {
        rows.removeIf(row -> row.in(realmId));
    }

    @Override
    public synchronized int purge(Instant expiredBefore, int limit) {
        return delete(row -> row.expiresAt() < expiredBefore.toEpochMilli(), limit);
    }

    @Override
    public synchronized int purgeOrphans(int limit) {
        return delete(row -> !users.contains(row.request.userId()), limit);
    }

    private int delete(Predicate<Row> which, int limit) {
        List<Row> found = rows.stream().filter(which).limit(limit).toList();
        rows.removeAll(found);
        return found.size();
    }

    private Optional<Row> byId(String realmId, String id) {
        return first(row -> row.in(realmId) && row.id.equals(id));
    }

    private Optional<Row> first(Predicate<Row> which) {
        return rows.stream().filter(which).findFirst();
    }

    @Override
    public void close() {}

    private static final class Row {

        private final String id = UUID.randomUUID().toString();
        private final TokenRequest request;
        private final TokenHash hash;
        private final long issuedAt;
        private int tries;
        private boolean superseded;
        private String outcome;
        private Instant consumedAt;

        Row(TokenRequest request, TokenHash hash, long issuedAt) {
            this.request = request;
            this.hash = hash;
            this.issuedAt = issuedAt;
        }

        boolean in(String realmId) {
            return request.realmId().equals(realmId);
        }

        boolean of(String userId) {
            return request.userId().equals(userId);
        }

        long expiresAt() {
            return issuedAt + request.lifespan().toMillis();
        }

        void consume(String word) {
            outcome = word;
            consumedAt = Instant.ofEpochMilli(Time.currentTimeMillis());
        }

        TokenState state() {
            if (consumedAt != null) {
                return TokenState.CONSUMED;
            }
            if (superseded) {
                return TokenState.SUPERSEDED;
            }
            return expiresAt() > Time.currentTimeMillis() ? TokenState.PENDING : TokenState.EXPIRED;
        }

        OneTimeToken view() {
            return new OneTimeToken(
                    id,
                    request.userId(),
                    request.purpose(),
                    request.address(),
                    request.binding(),
                    Instant.ofEpochMilli(issuedAt),
                    Instant.ofEpochMilli(expiresAt()),
                    state(),
                    outcome,
                    consumedAt);
        }

        @Override
        public String toString() {
            return id + request.realmId() + request.userId() + request.address() + hash.value();
        }
    }
}
