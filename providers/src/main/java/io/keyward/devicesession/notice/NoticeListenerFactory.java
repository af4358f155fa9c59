package io.keyward.devicesession.notice;

import io.keyward.listener.GlobalListenerFactory;

/** Registers {@link NoticeListener} for all realms. */
public final class NoticeListenerFactory extends GlobalListenerFactory {

    public NoticeListenerFactory() {
        super("keyward-notices", NoticeListener::new);
    }
}
