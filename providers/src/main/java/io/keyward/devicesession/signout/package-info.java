/** Which sessions live, as Keycloak tells it, and how those of a device are ended. */
package io.keyward.devicesession.signout;
