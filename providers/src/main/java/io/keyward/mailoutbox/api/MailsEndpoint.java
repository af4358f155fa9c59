package io.keyward.mailoutbox.api;

import io.keyward.endpoint.AdminEndpoint;
import io.keyward.endpoint.AdminRequest;

/** Puts {@link MailsResource} under {@code /admin/realms/{realm}/keyward/mails}. */
public final class MailsEndpoint implements AdminEndpoint {

    @Override
    public String path() {
        return "mails";
    }

    @Override
    public Object resource(AdminRequest request) {
        request.auth().realm().requireViewRealm();
        return new MailsResource(request);
    }
}
