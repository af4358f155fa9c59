package io.keyward.passwordpolicy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.keycloak.models.RealmModel;

/**
 * What somebody who attacks one realm would try first: the words of its name and display name, each alone and all in a row.
 * OWASP ASVS 5.0 calls them context specific words. Words of one or two characters are none.
 */
record RealmWords(Set<String> words) {

    private static final int SHORTEST = 3;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKUP = Pattern.compile("<[^<>]*>");

    static RealmWords of(RealmModel realm) {
        return realm == null ? new RealmWords(Set.of()) : of(realm.getName(), realm.getDisplayName());
    }

    /** @param displayName may be null, and may hold markup */
    static RealmWords of(String name, String displayName) {
        Set<String> words = new HashSet<>();
        add(words, name);
        add(words, displayName == null ? "" : MARKUP.matcher(displayName).replaceAll(" "));
        return new RealmWords(Set.copyOf(words));
    }

    private static void add(Set<String> words, String text) {
        StringBuilder row = new StringBuilder();
        for (String word : BETWEEN.split(text.toLowerCase(Locale.ROOT))) {
            row.append(word);
            if (word.length() >= SHORTEST) {
                words.add(word);
            }
        }
        if (row.length() >= SHORTEST) {
            words.add(row.toString());
        }
    }

    /** Whether exactly this text, in lower case, is one of them. */
    boolean contains(String text) {
        return words.contains(text);
    }
}
