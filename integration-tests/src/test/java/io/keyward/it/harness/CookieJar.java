package io.keyward.it.harness;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Cookies of one host, as browsers keep them on loopback: {@code Secure} ones are sent over plain HTTP as well, which
 * {@code java.net.CookieManager} would refuse.
 */
final class CookieJar {

    private record Key(String name, String path) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            // Longer paths first, as RFC 6265 has it.
            int byPath = Integer.compare(other.path.length(), path.length());
            int byPathText = byPath != 0 ? byPath : path.compareTo(other.path);
            return byPathText != 0 ? byPathText : name.compareTo(other.name);
        }
    }

    private final Map<Key, String> cookies = new TreeMap<>();

    void store(URI from, Iterable<String> setCookies) {
        for (String setCookie : setCookies) {
            String[] parts = setCookie.split(";");
            int equals = parts[0].indexOf('=');
            String name = parts[0].substring(0, equals).trim();
            String value = parts[0].substring(equals + 1).trim();
            String path = "/";
            boolean gone = false;
            for (int i = 1; i < parts.length; i++) {
                String attribute = parts[i].trim();
                if (attribute.regionMatches(true, 0, "path=", 0, 5)) {
                    path = attribute.substring(5);
                } else if (attribute.equalsIgnoreCase("max-age=0")) {
                    gone = true;
                }
            }
            if (gone) {
                cookies.remove(new Key(name, path));
            } else {
                cookies.put(new Key(name, path), value);
            }
        }
    }

    String value(String namePrefix) {
        return cookies.entrySet().stream()
                .filter(cookie -> cookie.getKey().name().startsWith(namePrefix))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    void change(String namePrefix, String value) {
        if (value == null) {
            cookies.keySet().removeIf(key -> key.name().startsWith(namePrefix));
        } else {
            cookies.replaceAll((key, old) -> key.name().startsWith(namePrefix) ? value : old);
        }
    }

    String header(URI to) {
        return cookies.entrySet().stream()
                .filter(cookie -> matches(cookie.getKey().path(), to.getPath()))
                .map(cookie -> cookie.getKey().name() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static boolean matches(String cookiePath, String path) {
        return path.equals(cookiePath) || path.startsWith(cookiePath.endsWith("/") ? cookiePath : cookiePath + "/");
    }
}
