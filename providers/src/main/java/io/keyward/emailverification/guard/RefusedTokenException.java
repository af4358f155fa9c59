package io.keyward.emailverification.guard;

import org.keycloak.protocol.oidc.token.TokenInterceptorException;

/** The guard's refusal, with a message: the JWT grant shows {@code getMessage()}, which Keycloak's exception leaves null. */
final class RefusedTokenException extends TokenInterceptorException {

    private static final long serialVersionUID = 1L;

    RefusedTokenException() {
        super(EmailNotVerified.OAUTH_ERROR, EmailNotVerified.DESCRIPTION);
    }

    @Override
    public String getMessage() {
        return getDescription();
    }
}
