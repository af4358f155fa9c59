package io.keyward.devicesession.recognition;

import io.keyward.devicesession.DeviceSettings;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;

/** The page that a person meets on one device too many, where the realm refuses those. Lets nobody through while it is full. */
final class DevicesAction implements RequiredActionProvider {

    /** Decided for this sign-in alone and never stored at the user. Programs are told otherwise, when their session is tied. */
    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        if (RequestPlace.of(context.getSession()) == RequestPlace.BROWSER && fullWith(context) > 0) {
            context.getAuthenticationSession().addRequiredAction(DeviceSettings.REQUIRED_ACTION);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        int others = fullWith(context);
        if (others == 0) {
            context.success();
            return;
        }
        Response page = context.form().setAttribute("signedInOn", others).createForm("keyward-device-limit.ftl");
        page.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        context.challenge(page);
    }

    /** The button: looks again. */
    @Override
    public void processAction(RequiredActionContext context) {
        requiredActionChallenge(context);
    }

    /** Were it not supported, Keycloak (26.7) would skip the action for whoever asks for it by {@code kc_action}. */
    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    private static int fullWith(RequiredActionContext context) {
        return new Doorkeeper(context.getSession(), context.getAuthenticationSession(), context.getUser()).fullWith();
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
