package io.keyward.migration;

import io.keyward.emailverification.address.AddressSyntax;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Makes accounts of rows, and remembers ids and addresses: of two rows with one address the first counts. A row that is left
 * out takes neither its id nor its address with it.
 */
final class RowCheck {

    /** Keycloak's columns hold 255 characters. */
    private static final int LONGEST_NAME = 255;

    private static final int LONGEST_ID = 255;
    private static final char REPLACEMENT = '\uFFFD';

    private final PrepareOptions options;
    private final Set<UUID> ids = new HashSet<>();
    private final Set<String> addresses = new HashSet<>();

    RowCheck(PrepareOptions options) {
        this.options = options;
    }

    Account account(SourceRow row) throws Skipped {
        refuseBrokenCharacters(row);
        if (row.id() == null || row.id().length() > LONGEST_ID) {
            throw new Skipped(SkipReason.BAD_ID);
        }
        String email = row.email() == null ? "" : row.email().strip();
        String canonical = canonical(email);
        Account account = new Account(
                UserId.of(options.realm(), row.id().strip(), options.keepIds()),
                email.toLowerCase(Locale.ROOT),
                name(row.name()),
                role(row.role()),
                Truth.read(row.verified()).orElseThrow(() -> new Skipped(SkipReason.BAD_FLAG)),
                hash(row.hash()),
                createdAt(row.createdAt()));
        refuseDuplicates(account.id(), canonical);
        return account;
    }

    private void refuseDuplicates(UUID id, String canonical) throws Skipped {
        if (addresses.contains(canonical)) {
            throw new Skipped(SkipReason.DUPLICATE_ADDRESS);
        }
        if (!ids.add(id)) {
            throw new Skipped(SkipReason.DUPLICATE_ID);
        }
        addresses.add(canonical);
    }

    /** The replacement character stands for bytes that could not be read; PostgreSQL cannot store a NUL. */
    private static void refuseBrokenCharacters(SourceRow row) throws Skipped {
        boolean broken = Stream.of(
                        row.id(), row.name(), row.email(), row.role(), row.verified(), row.hash(), row.createdAt())
                .anyMatch(field -> field != null && field.chars().anyMatch(RowCheck::unstorable));
        if (broken) {
            throw new Skipped(SkipReason.BAD_ENCODING);
        }
    }

    private static boolean unstorable(int character) {
        return character == REPLACEMENT
                || Character.isISOControl(character)
                || Character.getType(character) == Character.UNASSIGNED && character > 0xff;
    }

    private String canonical(String email) throws Skipped {
        // Lower case is what Keycloak stores, so that has to be an address as well.
        Optional<String> canonical = AddressSyntax.canonical(email, options.privateTopLevelDomains())
                .filter(same -> AddressSyntax.canonical(
                                email.toLowerCase(Locale.ROOT), options.privateTopLevelDomains())
                        .isPresent());
        return canonical.orElseThrow(() -> new Skipped(SkipReason.BAD_ADDRESS));
    }

    private Optional<PersonName> name(String text) throws Skipped {
        String stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty()) {
            return Optional.empty();
        }
        PersonName name = options.splitNames() ? PersonName.split(stripped) : PersonName.whole(stripped);
        if (name.longerThan(LONGEST_NAME)) {
            throw new Skipped(SkipReason.NAME_TOO_LONG);
        }
        return Optional.of(name);
    }

    private Role role(String text) throws Skipped {
        Role role = text == null ? Role.USER : options.roles().get(text.strip().toLowerCase(Locale.ROOT));
        if (role == null) {
            throw new Skipped(SkipReason.UNKNOWN_ROLE);
        }
        return role;
    }

    private Optional<BcryptText> hash(String text) throws Skipped {
        if (text == null) {
            if (options.withoutPassword()) {
                return Optional.empty();
            }
            throw new Skipped(SkipReason.NO_HASH);
        }
        BcryptText hash = BcryptText.of(text.strip()).orElseThrow(() -> new Skipped(SkipReason.BAD_HASH));
        if (hash.cost() > options.maxCost()) {
            throw new Skipped(SkipReason.COSTLY_HASH);
        }
        return Optional.of(hash);
    }

    private static Optional<Instant> createdAt(String text) throws Skipped {
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(Moments.read(text).orElseThrow(() -> new Skipped(SkipReason.BAD_DATE)));
    }
}
