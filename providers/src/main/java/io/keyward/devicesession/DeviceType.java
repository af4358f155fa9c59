package io.keyward.devicesession;

import java.util.Locale;

/** What kind of thing a device is, as far as it tells. */
public enum DeviceType {
    /** A desktop or laptop computer. */
    DESKTOP,
    /** A phone or tablet. */
    MOBILE,
    /** A program that is no browser, or something that does not tell. */
    OTHER;

    /** The stable word for tables, JSON and tokens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of a stable word; {@link #OTHER} for one that is not known. */
    public static DeviceType of(String word) {
        for (DeviceType type : values()) {
            if (type.word().equals(word)) {
                return type;
            }
        }
        return OTHER;
    }
}
