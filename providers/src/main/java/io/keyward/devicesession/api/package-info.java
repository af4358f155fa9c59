/** REST resources on devices: for the people whose devices they are, and for administrators. */
package io.keyward.devicesession.api;
