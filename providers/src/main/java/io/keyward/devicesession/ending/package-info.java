/** Ends everything of an account when its password changes, and what was half-finished with it. */
package io.keyward.devicesession.ending;
