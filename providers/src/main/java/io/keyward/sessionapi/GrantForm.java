package io.keyward.sessionapi;

import jakarta.ws.rs.core.AbstractMultivaluedMap;
import java.util.HashMap;
import java.util.List;

/** The form of a token request, and what the realm's flow asked of it. */
final class GrantForm extends AbstractMultivaluedMap<String, String> {

    private final Asked asked;

    GrantForm(String grantType, String clientId) {
        this(new Asked());
        with("grant_type", grantType);
        with("client_id", clientId);
    }

    private GrantForm(Asked asked) {
        super(asked);
        this.asked = asked;
    }

    GrantForm with(String name, String value) {
        putSingle(name, value);
        return this;
    }

    /** From now on it counts what is asked for. */
    void hand() {
        asked.handed = true;
    }

    /** Whether a step after that of the password wanted a one-time code. */
    boolean secondFactorAsked() {
        return asked.secondFactor;
    }

    /**
     * Notes how far the flow got. Keycloak (26.7) answers in the same words to a wrong password and to a missing one-time code,
     * but asks for the code only where the steps before it have passed.
     */
    private static final class Asked extends HashMap<String, List<String>> {

        private static final long serialVersionUID = 1L;

        private boolean handed;
        private boolean password;
        private boolean secondFactor;

        @Override
        public List<String> get(Object key) {
            if (handed && "password".equals(key)) {
                password = true;
            } else if (password && "otp".equals(key)) {
                secondFactor = true;
            }
            return super.get(key);
        }
    }
}
