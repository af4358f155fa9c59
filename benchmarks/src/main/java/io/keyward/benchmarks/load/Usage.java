package io.keyward.benchmarks.load;

/**
 * What servers have used.
 *
 * @param keycloak processor seconds of the Keycloak node
 * @param postgres processor seconds of PostgreSQL
 * @param wal bytes of write-ahead log
 */
record Usage(double keycloak, double postgres, long wal) {

    Usage since(Usage earlier) {
        return new Usage(keycloak - earlier.keycloak, postgres - earlier.postgres, wal - earlier.wal);
    }
}
