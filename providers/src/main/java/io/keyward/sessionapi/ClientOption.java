package io.keyward.sessionapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * One setting of the session API at a client.
 *
 * @param name as the mapper's configuration has it
 * @param label as the admin console shows it
 * @param help what it is for
 * @param type of the field in the console
 * @param choices all values that it can have, or none for a text
 * @param initial what holds where it is not set; "" for nothing
 * @param allowed which values make sense
 * @param wanted what is said to an administrator about one that makes none
 */
record ClientOption(
        String name,
        String label,
        String help,
        String type,
        List<String> choices,
        String initial,
        Predicate<String> allowed,
        String wanted) {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,6}");

    static ClientOption choice(String name, String label, String help, String first, String... others) {
        List<String> choices =
                Stream.concat(Stream.of(first), Stream.of(others)).toList();
        return new ClientOption(
                name,
                label,
                help,
                ProviderConfigProperty.LIST_TYPE,
                choices,
                first,
                choices::contains,
                "one of " + String.join(", ", choices));
    }

    static ClientOption text(
            String name, String label, String help, String initial, Predicate<String> allowed, String wanted) {
        return new ClientOption(
                name, label, help, ProviderConfigProperty.STRING_TYPE, List.of(), initial, allowed, wanted);
    }

    static ClientOption number(String name, String label, String help, int initial) {
        return new ClientOption(
                name,
                label,
                help,
                ProviderConfigProperty.INTEGER_TYPE,
                List.of(),
                String.valueOf(initial),
                value -> NUMBER.matcher(value).matches(),
                "a whole number from 1 to 9999999");
    }

    /** What is set; where that is nothing, or makes no sense, what holds then. */
    String in(Map<String, String> config) {
        return set(config).filter(allowed).orElse(initial);
    }

    /** What is wrong with what is set, in words for an administrator. */
    Optional<String> complaint(Map<String, String> config) {
        return set(config)
                .filter(value -> !allowed.test(value))
                .map(value -> "\"" + label + "\" must be " + wanted + ".");
    }

    void describe(ProviderConfigurationBuilder builder) {
        builder.property()
                .name(name)
                .label(label)
                .helpText(help)
                .type(type)
                .options(choices)
                .defaultValue(ProviderConfigProperty.INTEGER_TYPE.equals(type) ? Integer.valueOf(initial) : initial)
                .add();
    }

    private Optional<String> set(Map<String, String> config) {
        return Optional.ofNullable(config.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
