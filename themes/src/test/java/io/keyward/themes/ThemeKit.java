package io.keyward.themes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.ClassLoaderTheme;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.KeycloakSanitizerMethod;
import org.keycloak.theme.PropertiesUtil;
import org.keycloak.theme.Theme;
import org.keycloak.theme.beans.MessageFormatterMethod;
import org.keycloak.theme.freemarker.DefaultFreeMarkerProvider;

/** A theme with its parents and what keyward.jar adds to it, put together and rendered the way Keycloak does it. */
final class ThemeKit implements Theme {

    private static final String ADDED = "theme-resources/";

    private static final DefaultFreeMarkerProvider FREEMARKER =
            new DefaultFreeMarkerProvider(new ConcurrentHashMap<>(), new KeycloakSanitizerMethod());
    private static final Map<String, ThemeKit> THEMES = new ConcurrentHashMap<>();

    private final List<Theme> chain = new ArrayList<>();
    private final Map<Locale, Properties> messages = new ConcurrentHashMap<>();

    static ThemeKit of(String name, Type type) {
        return THEMES.computeIfAbsent(type + "/" + name, key -> new ThemeKit(name, type));
    }

    private ThemeKit(String name, Type type) {
        try {
            for (String next = name;
                    next != null;
                    next = chain.get(chain.size() - 1).getParentName()) {
                chain.add(new ClassLoaderTheme(next, type, loader()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream added(String path) {
        return loader().getResourceAsStream(ADDED + path);
    }

    /** The texts that keyward.jar brings. */
    static Properties addedMessages(String language) {
        Properties messages = new Properties();
        try (InputStream in = added("messages/messages_" + language + ".properties")) {
            PropertiesUtil.readCharsetAware(messages, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    String render(String template, Locale locale, Map<String, Object> model) {
        Map<String, Object> all = new HashMap<>(model);
        try {
            all.put("msg", new MessageFormatterMethod(locale, getMessages(locale)));
            all.put("properties", getProperties());
            return FREEMARKER.processTemplate(all, template, this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FreeMarkerException e) {
            throw new AssertionError(template + " under " + getName(), e);
        }
    }

    @Override
    public String getName() {
        return chain.get(0).getName();
    }

    @Override
    public String getParentName() {
        return chain.get(0).getParentName();
    }

    @Override
    public String getImportName() {
        return chain.get(0).getImportName();
    }

    @Override
    public Type getType() {
        return chain.get(0).getType();
    }

    @Override
    public URL getTemplate(String name) throws IOException {
        for (Theme theme : chain) {
            URL url = theme.getTemplate(name);
            if (url != null) {
                return url;
            }
        }
        return loader().getResource(ADDED + "templates/" + name);
    }

    @Override
    public InputStream getResourceAsStream(String path) throws IOException {
        for (Theme theme : chain) {
            InputStream in = theme.getResourceAsStream(path);
            if (in != null) {
                return in;
            }
        }
        return added("resources/" + path);
    }

    @Override
    public Properties getMessages(Locale locale) throws IOException {
        Properties known = messages.get(locale);
        if (known == null) {
            known = getMessages("messages", locale);
            messages.put(locale, known);
        }
        return known;
    }

    @Override
    public Properties getMessages(String bundle, Locale locale) throws IOException {
        Properties merged = new Properties();
        for (Locale next : List.of(Locale.ENGLISH, locale)) {
            merged.putAll(addedMessages(next.getLanguage()));
            for (int i = chain.size() - 1; i >= 0; i--) {
                Properties own = chain.get(i).getMessages(bundle, next);
                if (own != null) {
                    merged.putAll(own);
                }
            }
        }
        return merged;
    }

    @Override
    public Properties getEnhancedMessages(RealmModel realm, Locale locale) throws IOException {
        return getMessages(locale);
    }

    @Override
    public Properties getProperties() throws IOException {
        Properties merged = new Properties();
        for (int i = chain.size() - 1; i >= 0; i--) {
            merged.putAll(chain.get(i).getProperties());
        }
        return merged;
    }

    private static ClassLoader loader() {
        return ThemeKit.class.getClassLoader();
    }
}
