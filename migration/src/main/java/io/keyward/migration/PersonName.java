package io.keyward.migration;

import java.util.Optional;

/** A name as Keycloak keeps it. Keyward's sign-up asks for one name and keeps all of it as the first. */
record PersonName(String first, Optional<String> last) {

    static PersonName whole(String name) {
        return new PersonName(name, Optional.empty());
    }

    /** The last word is the last name, if there are several. */
    static PersonName split(String name) {
        int space = name.lastIndexOf(' ');
        return space < 0
                ? whole(name)
                : new PersonName(name.substring(0, space).strip(), Optional.of(name.substring(space + 1)));
    }

    boolean longerThan(int characters) {
        return first.length() > characters
                || last.filter(name -> name.length() > characters).isPresent();
    }
}
