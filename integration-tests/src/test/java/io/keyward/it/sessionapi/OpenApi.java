package io.keyward.it.sessionapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.keyward.it.harness.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The description of the API, as far as it says what answers look like. */
final class OpenApi {

    private final JsonNode document;

    private OpenApi(JsonNode document) {
        this.document = document;
    }

    static OpenApi read() {
        Path root = Path.of(System.getProperty("keyward.root", ".."));
        try {
            return new OpenApi(new YAMLMapper()
                    .readTree(Files.readString(root.resolve("docs").resolve("openapi.yaml"))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Such as {@code POST /login}. */
    Set<String> operations() {
        Set<String> operations = new HashSet<>();
        document.get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /** Fails unless the operation may answer like this. */
    void assertDescribes(String operation, Answer answer) {
        String[] parts = operation.split(" ");
        JsonNode response = resolved(document.at("/paths/" + parts[1].replace("/", "~1") + "/"
                        + parts[0].toLowerCase(Locale.ROOT) + "/responses")
                .path(String.valueOf(answer.status())));
        assertThat(response.isObject())
                .as("%s answers %d: %s", operation, answer.status(), answer.body())
                .isTrue();
        JsonNode schema = response.at("/content/application~1json/schema");
        if (schema.isMissingNode()) {
            assertThat(answer.body()).as(operation).isEmpty();
            return;
        }
        assertThat(answer.header("Content-Type")).as(operation).startsWith("application/json");
        List<String> wrong = new ArrayList<>();
        check(answer.json(), schema, "", wrong);
        assertThat(wrong).as("%s: %s", operation, answer.body()).isEmpty();
    }

    private void check(JsonNode value, JsonNode unresolved, String at, List<String> wrong) {
        JsonNode schema = resolved(unresolved);
        if (schema.has("type") && !types(schema.get("type")).contains(type(value))) {
            wrong.add(at + " is a " + type(value));
        }
        if (schema.has("enum") && !contains(schema.get("enum"), value)) {
            wrong.add(at + " is none of those listed: " + value);
        }
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                wrong.add(at + "/" + name.asText() + " is missing");
            }
        });
        value.fields().forEachRemaining(field -> {
            JsonNode property = schema.path("properties").path(field.getKey());
            if (!property.isMissingNode()) {
                check(field.getValue(), property, at + "/" + field.getKey(), wrong);
            } else if (schema.path("additionalProperties").isBoolean()
                    && !schema.get("additionalProperties").asBoolean()) {
                wrong.add(at + "/" + field.getKey() + " is not described");
            }
        });
        if (value.isArray() && schema.has("items")) {
            value.forEach(item -> check(item, schema.get("items"), at + "[]", wrong));
        }
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static Set<String> types(JsonNode type) {
        Set<String> types = new HashSet<>();
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asText()));
        } else {
            types.add(type.asText());
        }
        return types;
    }

    private static String type(JsonNode value) {
        return value.isTextual()
                ? "string"
                : value.isBoolean()
                        ? "boolean"
                        : value.isArray() ? "array" : value.isNumber() ? "integer" : value.isNull() ? "null" : "object";
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        for (JsonNode one : list) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
