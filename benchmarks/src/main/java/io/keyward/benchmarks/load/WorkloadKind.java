package io.keyward.benchmarks.load;

import java.util.Arrays;

/** What is asked of each subject. */
enum WorkloadKind {
    PASSWORD("password", "Sign-in by password grant, known device", new PasswordSignIns()),
    UNSEEN("unseen", "Sign-in of people in no cache, cheap hash", new UnseenSignIns()),
    PAGE("page", "Login page, first visit", new PageViews()),
    CODE("code", "Sign-in by login form and code, known device", new CodeSignIns()),
    REFRESH_BUSY("refresh-busy", "Refresh, one session per connection", Refreshes.BUSY),
    REFRESH_MANY("refresh-many", "Refresh, 50 sessions per connection in turn", Refreshes.MANY),
    REFRESH_RESTED("refresh-rested", "Refresh, each session once a turn", Refreshes.RESTED),
    REFRESH_ONCE("refresh-once", "Refresh, each session once", Refreshes.ONCE),
    DEVICES_OWN("devices-own", "List of one's own devices", new DeviceLists(DeviceLists.Reader.OWNER)),
    DEVICES_ADMIN(
            "devices-admin", "List of one person's devices for an admin", new DeviceLists(DeviceLists.Reader.ADMIN)),
    DEVICES_PAGE(
            "devices-page", "Page of everybody's devices for an admin", new DeviceLists(DeviceLists.Reader.ADMIN_PAGE)),
    WELL_KNOWN("well-known", ".well-known/openid-configuration", Questions.aboutOne(Question.WELL_KNOWN)),
    USERINFO("userinfo", "Userinfo, one session", Questions.aboutOne(Question.USERINFO)),
    INTROSPECTION("introspection", "Introspection, one session", Questions.aboutOne(Question.INTROSPECTION)),
    CHECK("check", "/check by cookie, one session", Questions.aboutOne(Question.CHECK_BY_COOKIE)),
    CHECK_BEARER("check-bearer", "/check by Bearer, one session", Questions.aboutOne(Question.CHECK_BY_BEARER)),
    CHECK_EVERY(
            "check-every",
            "/check by cookie, every live session in turn",
            Questions.aboutEvery(Question.CHECK_BY_COOKIE)),
    USERINFO_EVERY("userinfo-every", "Userinfo, every live session in turn", Questions.aboutEvery(Question.USERINFO));

    private final String id;
    private final String title;
    private final Workload workload;

    WorkloadKind(String id, String title, Workload workload) {
        this.id = id;
        this.title = title;
        this.workload = workload;
    }

    static WorkloadKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no workload " + id + "."));
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    Workload workload() {
        return workload;
    }
}
