package io.keyward.emailverification.proof;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * {@code /admin/realms/{realm}/keyward/users/{id}/email-proof}: what is known of a user's address. Reading needs
 * {@code view-users}, changing {@code manage-users}; every change is an admin event.
 */
public final class EmailProofResource {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;

    EmailProofResource(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.adminEvent = adminEvent;
    }

    /** All proofs of the user, newest first; the one that holds has no {@code voidedAt}. */
    @GET
    @Path("users/{id}/email-proof")
    @Produces(MediaType.APPLICATION_JSON)
    public List<EmailProof> list(@PathParam("id") String id) {
        UserModel user = find(id);
        auth.users().requireView(user);
        return new EmailProofs(session).history(user);
    }

    /** The administrator vouches for the current address. 400 when the user has none. */
    @POST
    @Path("users/{id}/email-proof")
    public void vouch(@PathParam("id") String id) {
        UserModel user = find(id);
        auth.users().requireManage(user);
        if (user.getEmail() == null || user.getEmail().isBlank()) {
            throw new BadRequestException("The user has no email address");
        }
        new EmailProofs(session).record(realm, user, ProofMethod.ADMIN);
        changed(user);
    }

    /** The proof is voided: the person is asked for a new one before the next token. */
    @DELETE
    @Path("users/{id}/email-proof")
    public void requireAgain(@PathParam("id") String id) {
        UserModel user = find(id);
        auth.users().requireManage(user);
        new EmailProofs(session).require(user);
        changed(user);
    }

    private UserModel find(String id) {
        UserModel user = session.users().getUserById(realm, id);
        if (user == null) {
            // The same rule as Keycloak's own users resource: who may not list users does not learn which ids exist.
            auth.users().requireQuery();
            throw new NotFoundException("User not found");
        }
        return user;
    }

    private void changed(UserModel user) {
        adminEvent
                .operation(OperationType.ACTION)
                .resource(ResourceType.USER)
                .resourcePath(session.getContext().getUri())
                .representation(
                        new EmailProofs(session).history(user).stream().limit(1).toList())
                .success();
    }
}
