package io.keyward.devicesession.jpa;

import java.util.function.Function;

/** Runs each batch in a transaction of its own. */
interface Transactions {

    <T> T run(Function<Batch, T> work);
}
