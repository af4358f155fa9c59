package io.keyward.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Access tokens of an administrator, renewed when half of their time is over. Safe for several threads. */
final class AdminLogin {

    private final HttpClient http;
    private final ObjectMapper mapper;
    private final URI endpoint;
    private final Map<String, String> form;

    private String token;
    private long renewAt;

    AdminLogin(HttpClient http, ObjectMapper mapper, SendOptions options) throws IOException {
        this.http = http;
        this.mapper = mapper;
        this.endpoint =
                URI.create(options.server() + "/realms/" + options.loginRealm() + "/protocol/openid-connect/token");
        this.form = options.clientSecretFile().isPresent()
                ? Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        options.client(),
                        "client_secret",
                        Secret.in(options.clientSecretFile().get()))
                : Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        options.client(),
                        "username",
                        options.admin(),
                        "password",
                        Secret.from(options.passwordFile(), "Password of " + options.admin()));
    }

    synchronized String token() throws IOException, InterruptedException {
        if (token == null || System.nanoTime() - renewAt >= 0) {
            renew();
        }
        return token;
    }

    private void renew() throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(endpoint)
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new ImportException(
                    "The administrator cannot sign in at " + endpoint + ": status " + answer.statusCode() + ".");
        }
        JsonNode json = mapper.readTree(answer.body());
        token = json.path("access_token").asText();
        renewAt = System.nanoTime()
                + Duration.ofSeconds(json.path("expires_in").asLong()).toNanos() / 2;
    }
}
