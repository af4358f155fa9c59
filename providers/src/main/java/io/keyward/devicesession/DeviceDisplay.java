package io.keyward.devicesession;

/**
 * What a device looks like to a person. For display only: a device is never recognised by it.
 *
 * @param type what kind of thing it is
 * @param os the operating system, or null when not known
 * @param osVersion its version, or null
 * @param browser the browser with its version, or the program, or null
 */
public record DeviceDisplay(DeviceType type, String os, String osVersion, String browser) {

    /** Nothing is known. */
    public static final DeviceDisplay UNKNOWN = new DeviceDisplay(DeviceType.OTHER, null, null, null);
}
