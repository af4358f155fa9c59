package io.keyward.it.grants;

import io.keyward.it.harness.Person;

/** An account and how its person signs in. @param address null when it has none */
record Account(String id, String username, String address, Person person) {

    String password() {
        return person.password();
    }
}
