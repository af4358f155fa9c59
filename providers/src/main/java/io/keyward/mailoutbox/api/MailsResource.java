package io.keyward.mailoutbox.api;

import io.keyward.endpoint.AdminRequest;
import io.keyward.mailoutbox.MailQuery;
import io.keyward.mailoutbox.MailRecord;
import io.keyward.mailoutbox.MailRecords;
import io.keyward.mailoutbox.OutboxProvider;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/**
 * {@code /admin/realms/{realm}/keyward/mails}: the outbox of a realm. Reading needs {@code view-realm}, changing
 * {@code manage-realm}; whose a mail is, and where it goes, is shown to those only who may view that user. Every change is an
 * admin event. See docs/http-api.md.
 */
@Produces(MediaType.APPLICATION_JSON)
public final class MailsResource {

    private final AdminRequest request;
    private final MailRecords mails;
    private final Sight sight;

    MailsResource(AdminRequest request) {
        this.request = request;
        this.mails = request.session().getProvider(OutboxProvider.class).records();
        this.sight = new Sight(request);
    }

    /** How the realm's mail stands. */
    @GET
    @Path("counts")
    public Response counts() {
        return Answers.json(TallyView.of(mails.tally(request.realm().getId())));
    }

    /** A page of mails, newest first, without addresses. */
    @GET
    public Response list(
            @QueryParam("status") String status,
            @QueryParam("purpose") String purpose,
            @QueryParam("user") String user,
            @QueryParam("after") String after,
            @QueryParam("max") String max) {
        MailQuery query = query(status, purpose, Parameters.given(user), after, max);
        if (query.userId() != null && !sight.sees(query.userId())) {
            throw new ForbiddenException();
        }
        List<MailRecord> found = Parameters.possibleUser(query.userId()) ? mails.list(query) : List.of();
        boolean more = found.size() == query.limit();
        List<MailRecord> page = more ? found.subList(0, query.limit() - 1) : found;
        return Answers.json(new MailPage(
                page.stream().map(mail -> MailView.of(mail, sight)).toList(),
                more ? Parameters.next(page.get(page.size() - 1)) : null));
    }

    private MailQuery query(String status, String purpose, String userId, String after, String max) {
        try {
            return new MailQuery(
                    request.realm().getId(),
                    Parameters.status(status),
                    Parameters.purpose(purpose),
                    userId,
                    Parameters.after(after),
                    // One more than may be shown tells whether it is the last page.
                    Parameters.size(max) + 1);
        } catch (BadParameter bad) {
            throw Answers.badRequest(bad);
        }
    }

    /** One mail, with its address for those who may see it. */
    @GET
    @Path("{id}")
    public Response one(@PathParam("id") String id) {
        return Answers.json(MailView.of(find(id), sight));
    }

    /** Makes all mails that wait due at once, and says how many these are. */
    @POST
    @Path("resend")
    public Response resendAll() {
        request.auth().realm().requireManageRealm();
        return Answers.json(Map.of("mails", new MailChange(request, mails).resendAll()));
    }

    /** Makes a mail that waits due at once, although its server was in trouble. */
    @POST
    @Path("{id}/resend")
    public Response resend(@PathParam("id") String id) {
        request.auth().realm().requireManageRealm();
        new MailChange(request, mails).resend(find(id));
        return Answers.done();
    }

    /** Ends a mail that waits. It is not sent, and its content is wiped. */
    @POST
    @Path("{id}/cancel")
    public Response cancel(@PathParam("id") String id) {
        request.auth().realm().requireManageRealm();
        new MailChange(request, mails).cancel(find(id));
        return Answers.done();
    }

    private MailRecord find(String id) {
        return mails.find(request.realm().getId(), id).orElseThrow(Answers::notFound);
    }
}
