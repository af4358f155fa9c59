package io.keyward.sessionapi;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.keycloak.models.KeycloakSession;

/**
 * {@code /realms/{realm}/keyward/auth}: the session API of the realm's only client that has asked for it, and below
 * {@code clients/{clientId}} that of a named one. See docs/session-api.md and docs/openapi.yaml.
 */
public final class AuthResource {

    private final KeycloakSession session;
    private final Call call;

    AuthResource(KeycloakSession session, String clientId) {
        this.session = session;
        this.call = new Call(session, clientId);
    }

    /** The same endpoints for one of several clients. */
    @Path("clients/{clientId}")
    public AuthResource client(@PathParam("clientId") String clientId) {
        return new AuthResource(session, clientId);
    }

    /** Makes an account that has to prove its address. The answer does not tell whether the address had one. */
    @POST
    @Path("register")
    public Response register(InputStream body) {
        return new Register(call).answer(Input.of(call, body));
    }

    /** Proves an address by a mailed link: JSON for whoever accepts nothing else, otherwise the page for people. */
    @GET
    @Path("verify/{token}")
    public Response verify(@PathParam("token") String token) {
        return new Verify(call).answer(token);
    }

    /** Signs in by password. */
    @POST
    @Path("login")
    public Response login(InputStream body) {
        return new Login(call).answer(Input.of(call, body));
    }

    /** Who is signed in. */
    @GET
    @Path("me")
    public Response me() {
        return new Me(call).answer();
    }

    /** New tokens for a refresh token. */
    @POST
    @Path("refresh")
    public Response refresh(InputStream body) {
        return new Refresh(call).answer(Input.of(call, body));
    }

    /** Ends the session, if there is one. */
    @POST
    @Path("logout")
    public Response logout(InputStream body) {
        return new Logout(call).answer(Input.of(call, body));
    }

    /** Has a link mailed that leads to another password. The answer does not tell whether there is an account. */
    @POST
    @Path("forgot-password")
    public Response forgot(InputStream body) {
        return new Forgot(call).answer(Input.of(call, body));
    }

    /** Sets the password of whoever has such a link. */
    @POST
    @Path("reset-password/{token}")
    public Response reset(@PathParam("token") String token, InputStream body) {
        return new Reset(call).answer(token, Input.of(call, body));
    }

    /** Whether the request that a gateway holds back may pass, and whose it is. */
    @GET
    @Path("check")
    public Response check(@QueryParam("role") List<String> roles, @QueryParam("max_age") String maxAge) {
        return new Check(call).answer(roles, maxAge);
    }

    /** Sends a browser to sign in with Keycloak. */
    @GET
    @Path("start")
    public Response start() {
        return new Start(call).answer();
    }

    /** Where Keycloak sends the browser back to. */
    @GET
    @Path("callback")
    public Response callback() {
        return new Callback(call).answer();
    }

    /** The signed-in person's devices, as at {@code /realms/{realm}/keyward/devices}. */
    @Path("devices")
    public Object devices() {
        return new Devices(call).resource();
    }
}
