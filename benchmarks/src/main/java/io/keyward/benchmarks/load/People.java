package io.keyward.benchmarks.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Who signs in. Those whose sign-in is measured have a password hashed as Keycloak hashes by default. Those who only fill the
 * pool of sessions have a cheap hash, or the filling would take hours.
 *
 * @param measured how many of the first kind
 * @param pooled how many of the second kind
 */
record People(int measured, int pooled) {

    static final String PASSWORD = "tea and biscuits at five";

    private static final int DEVICES = 8;

    /** Name, password and device id of everybody whose sign-in is measured, one per line: each has one known device. */
    List<String> signIns() {
        List<String> lines = new ArrayList<>();
        for (int person = 0; person < measured; person++) {
            lines.add(line("person", person, 0));
        }
        return lines;
    }

    /** The same for the pool: this many sign-ins, from some devices of each person, beginning with the given number. */
    List<String> poolSignIns(int first, int count) {
        List<String> lines = new ArrayList<>();
        for (int number = first; number < first + count; number++) {
            lines.add(line("pooled", number % pooled, number / pooled % DEVICES));
        }
        return lines;
    }

    /** The address, which is the name as well, of one of those who fill the pool. */
    static String pooledAddress(int person) {
        return name("pooled", person);
    }

    ArrayNode asUsers(ObjectMapper json, String realm) {
        ArrayNode users = json.createArrayNode();
        for (int person = 0; person < measured; person++) {
            user(users, realm, "person", person)
                    .putArray("credentials")
                    .addObject()
                    .put("type", "password")
                    .put("value", PASSWORD)
                    .put("temporary", false);
        }
        CheapHash hash = CheapHash.of(PASSWORD);
        for (int person = 0; person < pooled; person++) {
            user(users, realm, "pooled", person)
                    .putArray("credentials")
                    .addObject()
                    .put("type", "password")
                    .put("secretData", hash.secretData())
                    .put("credentialData", hash.credentialData());
        }
        return users;
    }

    private static ObjectNode user(ArrayNode users, String realm, String kind, int number) {
        String name = name(kind, number);
        ObjectNode user = users.addObject()
                .put("username", name)
                .put("email", name)
                .put("emailVerified", true)
                .put("enabled", true)
                .put("firstName", "Pat")
                .put("lastName", "Person");
        user.putArray("realmRoles").add("default-roles-" + realm);
        return user;
    }

    private static String line(String kind, int person, int device) {
        return "%s\t%s\tdevice-of-%s-%06d-%d".formatted(name(kind, person), PASSWORD, kind, person, device);
    }

    private static String name(String kind, int number) {
        return "%s-%06d@example.test".formatted(kind, number);
    }
}
