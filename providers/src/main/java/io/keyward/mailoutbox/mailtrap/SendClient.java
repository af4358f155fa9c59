package io.keyward.mailoutbox.mailtrap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Posts one mail and waits for the whole answer, no longer than it is allowed to. */
final class SendClient {

    /** Mailtrap's edge may turn away who does not say what it is. */
    private static final String USER_AGENT = "Keyward";

    private static final int MOST_BYTES = 64 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final Duration timeout;

    /**
     * @param connect how long a connection may take
     * @param timeout how long all of it may take
     */
    SendClient(Duration connect, Duration timeout) {
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connect)
                // The token goes where it was sent to and nowhere else.
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * @throws ExecutionException with what went wrong on the way as its cause
     * @throws TimeoutException if there was no answer in time
     * @throws IllegalArgumentException if the token can be no part of a request
     */
    SendAnswer post(URI url, String token, SendRequest mail)
            throws ExecutionException, TimeoutException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("User-Agent", USER_AGENT)
                .POST(BodyPublishers.ofByteArray(json(mail)))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, response -> new BoundedBody(MOST_BYTES));
        try {
            HttpResponse<byte[]> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new SendAnswer(response.statusCode(), response.body());
        } finally {
            // Ends what is still under way, and nothing otherwise.
            answer.cancel(true);
        }
    }

    private static byte[] json(SendRequest mail) {
        try {
            return JSON.writeValueAsBytes(mail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written as JSON", e);
        }
    }
}
