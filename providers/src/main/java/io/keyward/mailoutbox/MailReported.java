package io.keyward.mailoutbox;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/**
 * News of a mail, published through the session factory in the transaction in which it is written down. It is published once:
 * what is repeated, or is older than what is known, is none.
 *
 * @param session of the request that brought the news
 * @param realm the realm whose mail it is
 * @param mail the mail, with the user whom it concerns and the address to which it went
 * @param report what happened to it
 * @param unreachable whether the service will send nothing more to this address
 */
public record MailReported(
        KeycloakSession session, RealmModel realm, MailRecord mail, DeliveryReport report, boolean unreachable)
        implements ProviderEvent {}
