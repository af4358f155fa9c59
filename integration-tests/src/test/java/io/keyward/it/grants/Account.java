package io.keyward.it.grants;

import io.keyward.it.harness.Person;

/** An account of the realm under test and how its person signs in. */
record Account(String id, String username, Person person) {

    String password() {
        return person.password();
    }
}
