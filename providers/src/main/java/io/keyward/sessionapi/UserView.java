package io.keyward.sessionapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.keyward.emailverification.proof.EmailProof;
import io.keyward.emailverification.proof.EmailProofs;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/**
 * A person as the API shows one to herself.
 *
 * @param id Keycloak's id of the user
 * @param name first and last name
 * @param role {@code admin} or {@code user}
 * @param verified whether the address is proved
 * @param createdAt ISO 8601 in UTC
 * @param updatedAt when credentials or the proof of the address changed last; Keycloak notes no more than that
 */
record UserView(
        String id,
        String name,
        String email,
        String role,
        @JsonProperty("is_verified") boolean verified,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("updated_at") String updatedAt) {

    private static final String ADMIN = "admin";
    private static final String USER = "user";

    static UserView of(Call call, UserModel user) {
        EmailProofs proofs = new EmailProofs(call.session());
        Instant created = Instant.ofEpochMilli(user.getCreatedTimestamp() == null ? 0 : user.getCreatedTimestamp());
        RoleModel admin = call.realm().getRole(ADMIN);
        return new UserView(
                user.getId(),
                name(user),
                user.getEmail(),
                admin != null && user.hasRole(admin) ? ADMIN : USER,
                proofs.proved(call.realm(), user),
                created.toString(),
                updated(user, created, proofs).toString());
    }

    /** What somebody who has just signed up looks like, whether or not an account was made. */
    static UserView signedUp(String id, String name, String email, Instant at) {
        return new UserView(id, name, email, USER, false, at.toString(), at.toString());
    }

    private static Instant updated(UserModel user, Instant created, EmailProofs proofs) {
        Stream<Instant> proved =
                proofs.history(user).stream().flatMap(proof -> Stream.of(proof.provedAt(), voided(proof)));
        Stream<Instant> credentials = user.credentialManager()
                .getStoredCredentialsStream()
                .map(CredentialModel::getCreatedDate)
                .filter(Objects::nonNull)
                .map(Instant::ofEpochMilli);
        return Stream.concat(proved, credentials)
                .filter(Objects::nonNull)
                .reduce(created, (one, other) -> one.isAfter(other) ? one : other);
    }

    private static Instant voided(EmailProof proof) {
        return proof.voidedAt() == null ? proof.provedAt() : proof.voidedAt();
    }

    private static String name(UserModel user) {
        return Stream.of(user.getFirstName(), user.getLastName())
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}
