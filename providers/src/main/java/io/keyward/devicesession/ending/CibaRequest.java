package io.keyward.devicesession.ending;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.ciba.CibaGrantType;
import org.keycloak.protocol.oidc.grants.ciba.channel.CIBAAuthenticationRequest;

/** A request for approval that comes back for its tokens. @param issuedAt seconds */
record CibaRequest(long issuedAt) {

    /** The one that the token request at hand presents. Keycloak has checked it by now; what cannot be read fails. */
    static CibaRequest of(KeycloakSession session) {
        String presented =
                session.getContext().getHttpRequest().getDecodedFormParameters().getFirst(CibaGrantType.AUTH_REQ_ID);
        try {
            return new CibaRequest(
                    CIBAAuthenticationRequest.deserialize(session, presented).getIat());
        } catch (Exception unreadable) {
            throw new IllegalStateException("the request that Keycloak has accepted", unreadable);
        }
    }

    /** Whether the account was signed out everywhere since, by its not-before, or got the password that it has now. */
    boolean before(AccountEpoch now) {
        return issuedAt <= now.notBefore() || issuedAt < now.passwordChosenAt();
    }
}
