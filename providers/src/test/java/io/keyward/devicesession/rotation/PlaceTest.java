package io.keyward.devicesession.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.RefreshToken;
import org.keycloak.util.JsonSerialization;

final class PlaceTest {

    @Test
    void whatIsMarkedIsReadFromTheTokenAsItTravels() throws Exception {
        RefreshToken token = token();
        new Place("c-1", 7).mark(token);
        RefreshToken travelled =
                JsonSerialization.readValue(JsonSerialization.writeValueAsString(token), RefreshToken.class);
        assertThat(Place.of(travelled)).isEqualTo(new Place("c-1", 7));
        assertThat(Place.of(travelled).next()).isEqualTo(new Place("c-1", 8));
    }

    @Test
    void aTokenFromBeforeRotationHasNone() {
        assertThat(Place.of(token())).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'kw_chain':'c'}", "{'kw_gen':1}", "{'kw_chain':1,'kw_gen':1}", "{'kw_chain':'c','kw_gen':'1'}"
            })
    void halfAPlaceIsNone(String claims) throws Exception {
        assertThat(Place.of(JsonSerialization.readValue(claims.replace('\'', '"'), RefreshToken.class)))
                .isNull();
    }

    private static RefreshToken token() {
        return new RefreshToken(new AccessToken(), null, "default");
    }
}
