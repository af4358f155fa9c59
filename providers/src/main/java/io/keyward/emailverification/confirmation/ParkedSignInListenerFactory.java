package io.keyward.emailverification.confirmation;

import io.keyward.listener.GlobalListenerFactory;

/** Registers {@link ParkedSignInListener} for all realms; it costs nothing for sign-ins that never had to wait for a proof. */
public final class ParkedSignInListenerFactory extends GlobalListenerFactory {

    public ParkedSignInListenerFactory() {
        super("keyward-parked-sign-in", ParkedSignInListener::new);
    }
}
