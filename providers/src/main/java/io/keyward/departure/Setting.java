package io.keyward.departure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** One kind of setting of a realm that may name something of Keyward's. */
interface Setting {

    /** What all providers of Keyward's are called by. */
    String OURS = "keyward-";

    /** The word under which it is remembered; never to be changed. */
    String word();

    /** Takes Keyward out of it. Gives what is needed to put it back, or nothing where it names nothing of Keyward's. */
    Optional<JsonNode> leave();

    /** Puts back what {@link #leave()} gave, as far as the realm still has what it speaks of. */
    void comeBack(JsonNode before);
}
