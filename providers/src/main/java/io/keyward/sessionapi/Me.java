package io.keyward.sessionapi;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** {@code GET /me}: who is signed in. */
final class Me {

    private final Call call;

    Me(Call call) {
        this.call = call;
    }

    Response answer() {
        new Origins(call).requireForReading();
        UserView user = UserView.of(call, new Identity(call).require().user());
        return Response.ok(Map.of("user", user), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
