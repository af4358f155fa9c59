package io.keyward.it.grants;

/** One way to tokens with its name in the matrix. */
record Row(String name, Grant grant) {

    @Override
    public String toString() {
        return name;
    }
}
