package io.keyward.sessionapi;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.security.cert.X509Certificate;
import org.keycloak.http.FormPartValue;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;

/** A request of this API as Keycloak's token endpoint would see it: its address and its form, the caller's headers and certificate. */
final class GrantRequest implements HttpRequest {

    private final HttpRequest outer;
    private final GrantForm form;
    private final UriInfo uri;

    GrantRequest(HttpRequest outer, RealmModel realm, GrantForm form) {
        this.outer = outer;
        this.form = form;
        this.uri = tokenEndpoint(outer.getUri(), realm);
    }

    @Override
    public String getHttpMethod() {
        return "POST";
    }

    @Override
    public MultivaluedMap<String, String> getDecodedFormParameters() {
        return form;
    }

    @Override
    public MultivaluedMap<String, FormPartValue> getMultiPartFormParameters() {
        return new MultivaluedHashMap<>();
    }

    @Override
    public HttpHeaders getHttpHeaders() {
        return outer.getHttpHeaders();
    }

    @Override
    public X509Certificate[] getClientCertificateChain() {
        return outer.getClientCertificateChain();
    }

    @Override
    public UriInfo getUri() {
        return uri;
    }

    @Override
    public boolean isProxyTrusted() {
        return outer.isProxyTrusted();
    }

    private static UriInfo tokenEndpoint(UriInfo outer, RealmModel realm) {
        URI base = outer.getBaseUri();
        URI there = URI.create(Urls.realmIssuer(base, realm.getName()) + "/protocol/openid-connect/token");
        String path = there.getPath();
        return (UriInfo) Proxy.newProxyInstance(
                GrantRequest.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getPath" -> path;
                    case "getRequestUri", "getAbsolutePath" -> there;
                    default -> {
                        try {
                            yield method.invoke(outer, arguments);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    }
                });
    }
}
