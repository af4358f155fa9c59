package io.keyward.mailoutbox.sender;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakTransaction;
import org.keycloak.models.KeycloakTransactionManager;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** As much of a session as sending mail asks for. Whatever else is asked for fails. */
final class FakeSession {

    final Map<String, String> smtp = new HashMap<>(Map.of("host", "localhost", "from", "no-reply@example.org"));
    final Map<String, String> realmAttributes = new HashMap<>();
    final List<KeycloakTransaction> afterCompletion = new ArrayList<>();

    /** The sessions that were made by the factory, in order. */
    final List<FakeSession> made = new ArrayList<>();

    /** What a session that the factory makes has. */
    final Map<Class<?>, Provider> providersOfNew = new HashMap<>();

    boolean rollbackOnly;
    boolean closed;

    private final Map<Class<?>, Provider> providers = new HashMap<>();
    private final Map<String, Object> attributes = new HashMap<>();

    <T extends Provider> FakeSession with(Class<T> type, T provider) {
        providers.put(type, provider);
        return this;
    }

    KeycloakSession session() {
        return answering(KeycloakSession.class, (method, args) -> switch (method) {
            case "getAttribute" -> attributes.get(args[0]);
            case "removeAttribute" -> attributes.remove(args[0]);
            case "setAttribute" -> attributes.put((String) args[0], args[1]);
            case "getProvider" -> providers.get(args[0]);
            case "getContext" -> context();
            case "getTransactionManager" -> transactions();
            case "getKeycloakSessionFactory" -> factory();
            case "close" -> closed = true;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private KeycloakContext context() {
        return answering(KeycloakContext.class, (method, args) -> method.equals("getRealm") ? realm() : null);
    }

    RealmModel realm() {
        return answering(RealmModel.class, (method, args) -> switch (method) {
            case "getId", "getName" -> "realm";
            case "getSmtpConfig" -> smtp;
            case "getAttribute" -> realmAttributes.get((String) args[0]);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private KeycloakTransactionManager transactions() {
        return answering(KeycloakTransactionManager.class, (method, args) -> switch (method) {
            case "enlistAfterCompletion" -> afterCompletion.add((KeycloakTransaction) args[0]);
            case "setRollbackOnly" -> rollbackOnly = true;
            case "begin" -> null;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private KeycloakSessionFactory factory() {
        return answering(KeycloakSessionFactory.class, (method, args) -> {
            if (!method.equals("create")) {
                throw new UnsupportedOperationException(method);
            }
            FakeSession another = new FakeSession();
            another.providers.putAll(providersOfNew);
            made.add(another);
            return another.session();
        });
    }

    /** What a proxy does. */
    interface Answer {
        Object to(String method, Object... args) throws Exception;
    }

    /** Methods that return nothing take any answer. */
    static <T> T answering(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            Object result = answer.to(method.getName(), args);
            return method.getReturnType() == void.class ? null : result;
        }));
    }
}
