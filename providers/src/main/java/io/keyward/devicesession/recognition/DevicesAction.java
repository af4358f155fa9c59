package io.keyward.devicesession.recognition;

import io.keyward.devicesession.DeviceSettings;
import io.keyward.devicesession.ending.HalfFinished;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;

/**
 * The page that a person meets on one device too many, where the realm refuses those, and the one for a sign-in that is over
 * because everything of the account was ended meanwhile. Lets nobody through.
 */
final class DevicesAction implements RequiredActionProvider {

    /** Decided for this sign-in alone and never stored at the user. Programs are told otherwise, when their session is tied. */
    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        if (RequestPlace.of(context.getSession()) != RequestPlace.BROWSER) {
            return;
        }
        HalfFinished signIn = halfFinished(context);
        if (signIn.over() || fullWith(context) > 0) {
            context.getAuthenticationSession().addRequiredAction(DeviceSettings.REQUIRED_ACTION);
        } else {
            signIn.restsOnNowUnlessNoted();
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (halfFinished(context).over()) {
            show(context, context.form().createForm("keyward-sign-in-over.ftl"));
            return;
        }
        int others = fullWith(context);
        if (others == 0) {
            context.success();
        } else {
            show(context, context.form().setAttribute("signedInOn", others).createForm("keyward-device-limit.ftl"));
        }
    }

    private static void show(RequiredActionContext context, Response page) {
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

    private static HalfFinished halfFinished(RequiredActionContext context) {
        return new HalfFinished(context.getSession(), context.getAuthenticationSession());
    }

    private static int fullWith(RequiredActionContext context) {
        return new Doorkeeper(context.getSession(), context.getAuthenticationSession(), context.getUser()).fullWith();
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
