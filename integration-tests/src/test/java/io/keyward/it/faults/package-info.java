/**
 * Two nodes behind a real HAProxy, one PostgreSQL, people who go through their whole story again and again, and what breaks
 * meanwhile. HAProxy comes from the system ({@code apt-get install haproxy}) or from {@code -Dkeyward.haproxy=/path/to/it}.
 */
package io.keyward.it.faults;
