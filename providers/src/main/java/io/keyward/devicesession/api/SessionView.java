package io.keyward.devicesession.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.devicesession.RefreshChain;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/**
 * A live session. Keycloak's id of it is not shown.
 *
 * @param clients where the person is signed in by it, as Keycloak tells
 * @param offline whether it is an offline session
 * @param startedAt when it began
 * @param lastRefresh when it was last used, by the ledger of refresh tokens if it counts them, else as Keycloak tells
 * @param refreshCount how often its refresh tokens were replaced, or null where nobody counts
 * @param ip where it was used from last, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionView(
        List<ClientView> clients,
        boolean offline,
        String startedAt,
        String lastRefresh,
        Integer refreshCount,
        String ip) {

    /** @param chains those of this session's id; online and offline session of one id are told apart by their clients */
    static SessionView of(RealmModel realm, UserSessionModel live, Collection<RefreshChain> chains) {
        Set<String> clients = live.getAuthenticatedClientSessions().keySet();
        List<RefreshChain> own = chains.stream()
                .filter(chain -> clients.contains(chain.clientId()))
                .sorted(Comparator.comparing(RefreshChain::rotatedAt).reversed())
                .toList();
        Instant refreshed = own.stream()
                .filter(chain -> chain.generation() > 0)
                .map(RefreshChain::rotatedAt)
                .findFirst()
                .orElse(Instant.ofEpochSecond(live.getLastSessionRefresh()));
        return new SessionView(
                clients.stream()
                        .map(id -> ClientView.of(realm, id))
                        .filter(Objects::nonNull)
                        .sorted(Comparator.comparing(ClientView::clientId))
                        .toList(),
                live.isOffline(),
                Instant.ofEpochSecond(live.getStarted()).toString(),
                refreshed.toString(),
                own.isEmpty()
                        ? null
                        : own.stream().mapToInt(RefreshChain::generation).sum(),
                own.stream()
                        .map(RefreshChain::lastIp)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(live.getIpAddress()));
    }
}
