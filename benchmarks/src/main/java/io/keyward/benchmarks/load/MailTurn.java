package io.keyward.benchmarks.load;

/**
 * One turn of one subject with mails.
 *
 * @param latency milliseconds that the mail server takes for an answer
 * @param underLoad mails a second that arrived while, and until all had arrived that, eight administrators asked for them
 * @param backlog mails a second of those that had waited for the server; 0 for Keycloak, where none can wait
 * @param keycloak processor milliseconds of Keycloak for each mail under load
 */
record MailTurn(Subject subject, int latency, int round, double underLoad, double backlog, double keycloak) {

    /** How fast mails go once they are there; Keycloak sends a mail when it is asked for, and no other way. */
    double delivery() {
        return backlog > 0 ? backlog : underLoad;
    }
}
