package io.keyward.devicesession.recognition;

import io.keyward.listener.GlobalListenerFactory;

/** Registers {@link SignInListener} for all realms; it is silent in those that have not asked for devices. */
public final class SignInListenerFactory extends GlobalListenerFactory {

    public SignInListenerFactory() {
        super("keyward-device-sign-in", SignInListener::new);
    }
}
