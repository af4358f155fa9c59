package io.keyward.migration;

import java.util.Locale;

/** Why a row was left out. The {@linkplain #word() word} stands in the report and keeps its meaning. */
enum SkipReason {
    /** Another number of fields than the header has. */
    MALFORMED_ROW,
    /** Bytes that are not of the encoding, or characters that cannot be stored. */
    BAD_ENCODING,
    /** No id, or one that is too long. */
    BAD_ID,
    /** An earlier row has the id. */
    DUPLICATE_ID,
    /** No address, or one that mail cannot be sent to. */
    BAD_ADDRESS,
    /** An earlier row has the address, perhaps in another spelling. */
    DUPLICATE_ADDRESS,
    /** Longer than Keycloak can store. */
    NAME_TOO_LONG,
    /** A role that is neither user nor admin, nor named by {@code --role}. */
    UNKNOWN_ROLE,
    /** Neither true nor false. */
    BAD_FLAG,
    /** No hash, and {@code --without-password} was not asked for. */
    NO_HASH,
    /** Not bcrypt of a kind that can be verified. */
    BAD_HASH,
    /** A bcrypt hash that costs more than {@code --max-cost}. */
    COSTLY_HASH,
    /** Not a date. */
    BAD_DATE,
    /** Told by {@code send}: an account of that address is there already and stays as it is. */
    EXISTS,
    /** Told by {@code send}: Keycloak would not take it; most often its id belongs to an account with another address. */
    REFUSED;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
