package io.keyward.devicesession.rotation;

import io.keyward.listener.GlobalListenerFactory;

/** Ends lines of refresh tokens with their sessions. Global: works without being listed in a realm's event settings. */
public final class ChainListenerFactory extends GlobalListenerFactory {

    public ChainListenerFactory() {
        super("keyward-refresh-chains", ChainListener::new);
    }
}
