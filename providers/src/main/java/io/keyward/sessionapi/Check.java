package io.keyward.sessionapi;

import io.keyward.devicesession.recognition.DeviceTie;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.keycloak.common.util.Time;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * {@code GET /check}: for gateways. Says in headers whose the request is that they hold back. Rotates nothing, sets nothing, and
 * has no say in origins: the request that it is about may have any.
 */
final class Check {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final Pattern TIME = Pattern.compile("[0-9]{1,12}");

    private final Call call;

    Check(Call call) {
        this.call = call;
    }

    /**
     * @param roles realm roles of which the person needs one, if there are any
     * @param maxAge how many seconds ago the person may have authenticated, or null
     */
    Response answer(List<String> roles, String maxAge) {
        AuthResult found = new Identity(call).require();
        if (maxAge != null && !fresh(found.session(), maxAge)) {
            return Problem.elsewhere(ErrorCode.REAUTHENTICATION_REQUIRED, call, call.at("start"));
        }
        Set<String> held = realmRoles(found.user());
        if (!roles.isEmpty() && roles.stream().noneMatch(held::contains)) {
            return Problem.answer(ErrorCode.MISSING_ROLE, call);
        }
        // Keycloak lets no answer without a type pass.
        Response.ResponseBuilder response = Response.ok("", MediaType.TEXT_PLAIN_TYPE)
                .header("X-Auth-User", found.user().getId())
                .header("X-Auth-Email", header(found.user().getEmail()))
                .header("X-Auth-Roles", held.stream().map(Check::header).collect(Collectors.joining(",")));
        String device = DeviceTie.noted(found.session());
        return (device == null ? response : response.header("X-Auth-Device", device)).build();
    }

    /** What the account has now, not what it had when the token was issued. */
    private static Set<String> realmRoles(UserModel user) {
        return RoleUtils.getDeepUserRoleMappings(user).stream()
                .filter(role -> !role.isClientRole())
                .map(RoleModel::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean fresh(UserSessionModel session, String maxAge) {
        if (!SECONDS.matcher(maxAge).matches()) {
            return false;
        }
        String noted = session.getNote(AuthenticationManager.AUTH_TIME);
        // Keycloak (26.7) notes no time for the password grant, whose sessions begin with the password.
        long at = noted != null && TIME.matcher(noted).matches() ? Long.parseLong(noted) : session.getStarted();
        return Time.currentTime() - at <= Long.parseLong(maxAge);
    }

    /** Header values are ASCII: the rest, and what separates roles, is percent-encoded. */
    static String header(String value) {
        if (value == null) {
            return "";
        }
        StringBuilder encoded = new StringBuilder();
        for (byte one : value.getBytes(StandardCharsets.UTF_8)) {
            int character = one & 0xFF;
            if (character > 0x20 && character < 0x7F && character != '%' && character != ',') {
                encoded.append((char) character);
            } else {
                encoded.append(String.format("%%%02X", character));
            }
        }
        return encoded.toString();
    }
}
