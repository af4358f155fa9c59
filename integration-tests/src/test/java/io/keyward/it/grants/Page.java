package io.keyward.it.grants;

import io.keyward.it.harness.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page of Keycloak, asked what it wants. */
record Page(Document document) {

    static Page of(String url, Answer answer) {
        return new Page(Jsoup.parse(answer.body(), url));
    }

    /** Whether this page asks to prove the address, or to give one. */
    boolean waitsForProof() {
        return document.selectFirst("input[name=keyward-action], button[name=keyward-action]") != null;
    }

    boolean has(String selector) {
        return document.selectFirst(selector) != null;
    }

    String action(String selector) {
        return document.selectFirst(selector).absUrl("action");
    }

    /** The fields of the form as the page filled them in. */
    Map<String, String> fields(String selector) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : document.select(selector + " input[name]")) {
            if (!field.attr("type").equals("submit") && !field.attr("type").equals("checkbox")) {
                fields.put(field.attr("name"), field.val());
            }
        }
        return fields;
    }

    String text() {
        return document.title() + ": " + document.body().text();
    }
}
