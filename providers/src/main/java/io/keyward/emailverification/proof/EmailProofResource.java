package io.keyward.emailverification.proof;

import io.keyward.endpoint.AdminRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.UserModel;

/**
 * {@code /admin/realms/{realm}/keyward/users/{id}/email-proof}: what is known of a user's address. Reading needs
 * {@code view-users}, changing {@code manage-users}; every change is an admin event.
 */
public final class EmailProofResource {

    private final AdminRequest request;
    private final UserModel user;
    private final EmailProofs proofs;

    EmailProofResource(AdminRequest request, UserModel user) {
        this.request = request;
        this.user = user;
        this.proofs = new EmailProofs(request.session());
    }

    /** All proofs of the user, newest first; the one that holds has no {@code voidedAt}. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<EmailProof> list() {
        request.auth().users().requireView(user);
        return proofs.history(user);
    }

    /** The administrator vouches for the current address. 400 when the user has none. */
    @POST
    public void vouch() {
        request.auth().users().requireManage(user);
        if (user.getEmail() == null || user.getEmail().isBlank()) {
            throw new BadRequestException("The user has no email address");
        }
        proofs.record(request.realm(), user, ProofMethod.ADMIN);
        changed();
    }

    /** The proof is voided: the person is asked for a new one before the next token. */
    @DELETE
    public void requireAgain() {
        request.auth().users().requireManage(user);
        proofs.require(user);
        changed();
    }

    private void changed() {
        request.adminEvent()
                .operation(OperationType.ACTION)
                .resource(ResourceType.USER)
                .resourcePath(request.session().getContext().getUri())
                .representation(proofs.history(user).stream().limit(1).toList())
                .success();
    }
}
