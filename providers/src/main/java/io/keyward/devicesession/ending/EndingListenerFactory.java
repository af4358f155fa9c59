package io.keyward.devicesession.ending;

import io.keyward.listener.GlobalListenerFactory;

/** Registers {@link EndingListener} for all realms; it is silent in those that have not asked for devices. */
public final class EndingListenerFactory extends GlobalListenerFactory {

    public EndingListenerFactory() {
        super("keyward-endings", EndingListener::new);
    }
}
