package io.keyward.mailoutbox.smtp;

import java.util.ArrayList;
import java.util.List;

/** The server's answers to {@code MAIL}, {@code RCPT} and {@code DATA}, in this order, as far as they were asked for. */
record Opening(List<Reply> replies) {

    static final Opening NONE = new Opening(List.of());

    /** Where the next reply comes from. */
    interface Replies {
        Reply next() throws Trouble;
    }

    /** Reads all three, which the server gives whatever the first was. */
    static Opening read(Replies source) throws Trouble {
        return NONE.then(source.next()).then(source.next()).then(source.next());
    }

    Opening then(Reply reply) {
        List<Reply> more = new ArrayList<>(replies);
        more.add(reply);
        return new Opening(List.copyOf(more));
    }

    boolean refused() {
        return replies.stream().anyMatch(reply -> !reply.positive());
    }

    /** The first refusal, which is the cause of those after it. */
    Reply refusal() {
        return replies.get(stage().ordinal());
    }

    Stage stage() {
        for (int i = 0; i < replies.size(); i++) {
            if (!replies.get(i).positive()) {
                return Stage.values()[i];
            }
        }
        throw new IllegalStateException("nothing was refused");
    }

    /** Whether the server took {@code DATA} although it refused what came before. */
    boolean awaitsMessage() {
        return replies.size() > Stage.DATA.ordinal()
                && replies.get(Stage.DATA.ordinal()).positive();
    }
}
