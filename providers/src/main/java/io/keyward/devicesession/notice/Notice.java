package io.keyward.devicesession.notice;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/**
 * One mail to one person, with all that it says; nothing in it belongs to the request any more.
 *
 * @param kind what it tells of
 * @param userId whom it is about, and whose language it is written in
 * @param address where it goes: that of the account when the thing happened, for whoever changes it next must not get it
 * @param values what its templates show; escaped there
 * @param at when it happened
 * @param zone the person's time zone
 */
record Notice(NoticeKind kind, String userId, String address, Map<String, Object> values, Instant at, ZoneId zone) {

    /** When it happened, for a reader of this language. */
    String when(Locale locale) {
        return new Moment(at, zone).in(locale);
    }

    /** Without the address and the links, which must not reach a log. */
    @Override
    public String toString() {
        return "Notice[kind=" + kind + ", userId=" + userId + "]";
    }
}
