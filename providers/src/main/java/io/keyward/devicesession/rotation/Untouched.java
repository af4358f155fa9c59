package io.keyward.devicesession.rotation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientSessionContext;

/**
 * A client session as it is, except that nobody can set its time. By proxies: the interfaces are long, and grow with
 * Keycloak.
 */
final class Untouched {

    private Untouched() {}

    static ClientSessionContext of(ClientSessionContext context) {
        AuthenticatedClientSessionModel clientSession = of(context.getClientSession());
        return instead(ClientSessionContext.class, context, "getClientSession", () -> clientSession);
    }

    private static AuthenticatedClientSessionModel of(AuthenticatedClientSessionModel clientSession) {
        return instead(AuthenticatedClientSessionModel.class, clientSession, "setTimestamp", () -> null);
    }

    /** The given object, with another answer from one method. */
    private static <T> T instead(Class<T> type, T object, String method, Supplier<Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                Untouched.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, arguments) ->
                        called.getName().equals(method) ? answer.get() : call(object, called, arguments)));
    }

    private static Object call(Object object, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(object, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
