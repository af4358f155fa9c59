package io.keyward.it.harness;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All of an answer that a stranger could compare with the answer about somebody else: status, headers, text. */
public final class StrangersView {

    private StrangersView() {}

    /** What is left when everything is taken out that differs between two visits of the same person. */
    public static String of(Answer answer, Person person) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers().map());
        headers.remove("Date");
        String text = answer.status() + "\n" + headers + "\n" + answer.body();
        return text.replace(person.email(), "ADDRESS")
                .replace(Http.encode(person.email()), "ADDRESS")
                .replace(person.email().replace("@", "&#64;"), "ADDRESS")
                .replace(person.firstName(), "FIRST")
                .replaceAll(
                        "(session_code|tab_id|execution|client_data|state|nonce|code_challenge|auth_session_id)=[\\w.%-]+",
                        "$1=X")
                .replaceAll(
                        "(AUTH_SESSION_ID|KC_RESTART|KC_AUTH_SESSION_HASH|KEYCLOAK_\\w+|KEYWARD_\\w+)=[^;,\\]]*",
                        "$1=X")
                .replaceAll("(authSessionHash|\"[\\w+/=-]{40,}\"|checkAuthSession\\([^)]*\\))", "SESSION")
                .replaceAll("[\\w-]{8}-[\\w-]{4}-[\\w-]{4}-[\\w-]{4}-[\\w-]{12}", "UUID");
    }
}
