package io.keyward.it.grants;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds tokens wherever they may appear: bodies, and redirects with their fragments. */
final class Tokens {

    private static final Pattern SIGNED = Pattern.compile("eyJ[\\w-]+\\.(eyJ[\\w-]+)\\.[\\w-]+");
    private static final Pattern FIELD =
            Pattern.compile("\\b(access_token|refresh_token|id_token)\"?\\s*[=:]\\s*\"?[^\\s\"&]");

    private Tokens() {}

    /** The kinds of tokens among the answers: the {@code typ} of signed ones, and names of fields that carry one. */
    static Set<String> kindsIn(Collection<Answer> answers) {
        Set<String> kinds = new TreeSet<>();
        answers.forEach(answer -> {
            find(answer.body(), kinds);
            find(answer.header("Location"), kinds);
        });
        return kinds;
    }

    /** The text without its tokens, for messages. */
    static String redacted(String text) {
        return SIGNED.matcher(text).replaceAll("(token)");
    }

    private static void find(String text, Set<String> kinds) {
        if (text == null) {
            return;
        }
        for (Matcher token = SIGNED.matcher(text); token.find(); ) {
            kinds.add("signed " + decode(token.group(1)).path("typ").asText("token"));
        }
        for (Matcher field = FIELD.matcher(text); field.find(); ) {
            kinds.add(field.group(1));
        }
    }

    private static JsonNode decode(String part) {
        return Json.read(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
