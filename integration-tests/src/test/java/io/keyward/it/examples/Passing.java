package io.keyward.it.examples;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request on its way through a gateway. */
final class Passing {

    private final String method;
    private final String host;
    private final byte[] body;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private String target;

    private Passing(String method, String host, String target, byte[] body) {
        this.method = method;
        this.host = host;
        this.target = target;
        this.body = body;
    }

    static Passing of(HttpExchange exchange) throws IOException {
        Passing request = new Passing(
                exchange.getRequestMethod(),
                exchange.getRequestHeaders().getFirst("Host"),
                exchange.getRequestURI().toString(),
                exchange.getRequestBody().readAllBytes());
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        request.headers.put(name, String.join(name.equalsIgnoreCase("Cookie") ? "; " : ", ", values)));
        return request;
    }

    static Passing get(String host, String target) {
        return new Passing("GET", host, target, new byte[0]);
    }

    String method() {
        return method;
    }

    String host() {
        return host;
    }

    /** Path and query. */
    String target() {
        return target;
    }

    String path() {
        return target.replaceFirst("\\?.*", "");
    }

    byte[] body() {
        return body;
    }

    Map<String, String> headers() {
        return headers;
    }

    Optional<String> get(String header) {
        return Optional.ofNullable(headers.get(header));
    }

    /** In place of what there was; an empty value takes the header away. */
    void set(String header, String value) {
        if (value.isEmpty()) {
            headers.remove(header);
        } else {
            headers.put(header, value);
        }
    }

    void replacePath(String regex, String replacement) {
        String path = path();
        target = path.replaceFirst(regex, replacement) + target.substring(path.length());
    }
}
