package io.keyward.mailoutbox.mailtrap;

import io.keyward.mailoutbox.MailTransportProvider;
import io.keyward.mailoutbox.MailTransportProviderFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/**
 * Mail by Mailtrap's HTTPS send API, with sender and token of the realm's email settings. Options: {@code timeout} in
 * seconds, as {@code --spi-keyward-mail-transport--mailtrap--timeout=30}, and {@code hosts}, such as that of a proxy.
 */
public final class MailtrapTransportProviderFactory
        implements MailTransportProviderFactory, ServerInfoAwareProviderFactory {

    /** What the realm attribute {@code keyward.mail.transport} names. */
    public static final String ID = "mailtrap";

    private static final String TIMEOUT = "timeout";
    private static final String HOSTS = "hosts";
    private static final int DEFAULT_TIMEOUT = 30;
    private static final int LONGEST_TIMEOUT = 60;
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private int timeout;
    private SendUrl urls;
    private SendClient client;

    @Override
    public MailTransportProvider create(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        return new MailtrapTransportProvider(
                client,
                realm == null ? Optional.empty() : urls.of(realm),
                text -> Secrets.resolve(session, text).orElse(null));
    }

    @Override
    public void init(Config.Scope config) {
        timeout = config.getInt(TIMEOUT, DEFAULT_TIMEOUT);
        if (timeout < 1 || timeout > LONGEST_TIMEOUT) {
            throw new IllegalArgumentException("--spi-keyward-mail-transport--mailtrap--timeout is " + timeout
                    + " but must be 1 to " + LONGEST_TIMEOUT + " (seconds)");
        }
        urls = new SendUrl(hosts(config.get(HOSTS)));
        Duration whole = Duration.ofSeconds(timeout);
        client = new SendClient(whole.compareTo(CONNECT) < 0 ? whole : CONNECT, whole);
    }

    private static Set<String> hosts(String option) {
        return option == null
                ? Set.of()
                : Arrays.stream(option.toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .filter(host -> !host.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Nothing to prepare.
    }

    @Override
    public void close() {
        // The client ends with its last connection.
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(TIMEOUT)
                .type("int")
                .helpText("How long, in seconds, one mail may take until Mailtrap has answered.")
                .defaultValue(DEFAULT_TIMEOUT)
                .add()
                .property()
                .name(HOSTS)
                .type("string")
                .helpText("Hosts besides Mailtrap's that realms may have their mail posted to, with commas between.")
                .add()
                .build();
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return Map.of(TIMEOUT, String.valueOf(timeout), HOSTS, String.join(",", urls.hosts()));
    }
}
