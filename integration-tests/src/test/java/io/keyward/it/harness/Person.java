package io.keyward.it.harness;

import java.util.UUID;

/** Someone with an address that nobody had before. */
public record Person(String email, String firstName, String lastName, String password) {

    public static Person named(String firstName, String lastName) {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        return new Person(
                firstName.toLowerCase(java.util.Locale.ROOT) + "." + unique + "@example.org",
                firstName,
                lastName,
                "Correct-Horse-" + unique);
    }

    public static Person ada() {
        return named("Ada", "Lovelace");
    }

    public Person withEmail(String other) {
        return new Person(other, firstName, lastName, password);
    }

    public Person withPassword(String other) {
        return new Person(email, firstName, lastName, other);
    }
}
