package io.keyward.emailverification.confirmation;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** How people and realms are called in pages and mails. Not escaped: the templates do that. */
public final class DisplayName {

    private DisplayName() {}

    /** First and last name as far as there are any, which is one name for most; otherwise the username. */
    public static String of(UserModel user) {
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? user.getUsername() : name;
    }

    /** The display name, or the name where there is none. */
    public static String of(RealmModel realm) {
        String name = realm.getDisplayName();
        return name == null || name.isBlank() ? realm.getName() : name;
    }
}
