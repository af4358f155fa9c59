package io.keyward.emailverification.address;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.CompositeName;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import org.jboss.logging.Logger;

/**
 * Asks the DNS through the JDK's own client: MX first, then A and AAAA, which stand in for a missing MX (RFC 5321, 5.1). A
 * lone MX of "." says that the domain takes no mail (RFC 7505).
 */
final class DnsMailRouting implements MailRouting {

    private static final Logger LOG = Logger.getLogger(DnsMailRouting.class);
    private static final int MOST_QUERIES = 3;

    private final String servers;

    /** @param servers a JNDI address such as {@code dns://192.0.2.1:53}; {@code dns:} stands for the machine's own resolvers */
    DnsMailRouting(String servers) {
        this.servers = servers;
    }

    @Override
    public Answer ask(DomainName domain, Duration limit) {
        try {
            DirContext dns = new InitialDirContext(environment(limit));
            try {
                return ask(dns, domain.ascii());
            } finally {
                dns.close();
            }
        } catch (NameNotFoundException noSuchDomain) {
            return Answer.NOWHERE;
        } catch (NamingException | RuntimeException e) {
            LOG.debugf("No answer from the DNS: %s", e.getClass().getSimpleName());
            return Answer.UNKNOWN;
        }
    }

    private static Answer ask(DirContext dns, String domain) throws NamingException {
        List<String> exchanges = records(dns, domain, "MX");
        if (!exchanges.isEmpty()) {
            return exchanges.stream().allMatch(DnsMailRouting::nullMx) ? Answer.NOWHERE : Answer.SOMEWHERE;
        }
        boolean addressed = !records(dns, domain, "A").isEmpty()
                || !records(dns, domain, "AAAA").isEmpty();
        return addressed ? Answer.SOMEWHERE : Answer.NOWHERE;
    }

    private static boolean nullMx(String record) {
        return record.matches("\\d+\\s+\\.?");
    }

    @SuppressWarnings(
            "BanJNDI") // The danger is a name that picks the provider: ours is fixed and knows DNS records only.
    private static List<String> records(DirContext dns, String domain, String type) throws NamingException {
        // A name of one component, so that nothing in the domain is read as JNDI syntax.
        Attribute found = dns.getAttributes(new CompositeName().add(domain), new String[] {type})
                .get(type);
        List<String> records = new ArrayList<>();
        for (int i = 0; found != null && i < found.size(); i++) {
            records.add(String.valueOf(found.get(i)));
        }
        return records;
    }

    private Hashtable<String, String> environment(Duration limit) {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        environment.put(Context.PROVIDER_URL, servers);
        environment.put(
                "com.sun.jndi.dns.timeout.initial", String.valueOf(Math.max(1, limit.toMillis() / MOST_QUERIES)));
        environment.put("com.sun.jndi.dns.timeout.retries", "1");
        return environment;
    }
}
