package io.keyward.it.endings;

import java.util.function.BooleanSupplier;

/**
 * Something that is open of an account.
 *
 * @param what how it is called
 * @param open tries it, once; whether it still leads in
 */
record Foothold(String what, BooleanSupplier open) {

    boolean isOpen() {
        return open.getAsBoolean();
    }

    @Override
    public String toString() {
        return what;
    }
}
