/** Mails to the owner of an account about its devices, and the link by which the owner says "this wasn't me". */
package io.keyward.devicesession.notice;
