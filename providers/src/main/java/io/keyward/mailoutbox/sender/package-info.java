/** Where Keycloak hands its mail in: an {@code EmailSenderProvider}, and an {@code EmailTemplateProvider} that says more about it. */
package io.keyward.mailoutbox.sender;
