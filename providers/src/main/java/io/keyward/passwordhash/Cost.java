package io.keyward.passwordhash;

/**
 * bcrypt's work factor: 2 to the power of this many rounds.
 *
 * @param value from {@value #LEAST} to {@value #MOST}
 */
record Cost(int value) {

    static final int LEAST = 4;
    static final int MOST = 31;
    static final int DEFAULT = 12;

    /** What Keycloak says when the policy says nothing. */
    private static final int NOT_SET = -1;

    Cost {
        if (value < LEAST || value > MOST) {
            throw new IllegalArgumentException("a bcrypt cost is from " + LEAST + " to " + MOST);
        }
    }

    /** As {@link #of}, but the default for what is no cost: to spend time with, not to store. */
    static Cost orDefault(int hashIterations) {
        return new Cost(possible(hashIterations) && hashIterations != NOT_SET ? hashIterations : DEFAULT);
    }

    static boolean possible(int hashIterations) {
        return hashIterations == NOT_SET || hashIterations >= LEAST && hashIterations <= MOST;
    }

    /**
     * @param hashIterations of the realm's password policy, -1 for the default
     * @throws NoHashException for what is no cost: most often a number that was meant for another algorithm, and neither
     *     the nearest cost nor the default would be what the admin asked for
     */
    static Cost of(int hashIterations) {
        if (!possible(hashIterations)) {
            throw new NoHashException("hashIterations(" + hashIterations
                    + ") in the realm's password policy is not a bcrypt cost: set it from " + LEAST + " to " + MOST
                    + ", or leave it out for " + DEFAULT);
        }
        return orDefault(hashIterations);
    }
}
