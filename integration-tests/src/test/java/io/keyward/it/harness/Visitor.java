package io.keyward.it.harness;

import io.keyward.it.harness.HttpBrowser.HtmlPage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who comes to {@link TestRealm#app()} with a browser without JavaScript. The fast way to walk the journey; each
 * step gives the page that came.
 */
public final class Visitor {

    private static final Pattern REPLACED = Pattern.compile("history\\.replaceState\\(\\{}, \"[^\"]*\", \"([^\"]+)\"");

    private final TestRealm realm;
    private final HttpBrowser browser;
    private final OAuthClient.Authorization authorization;

    public Visitor(TestRealm realm) {
        this(realm, "en");
    }

    public Visitor(TestRealm realm, String language) {
        this(realm, new HttpBrowser(language));
    }

    public Visitor(TestRealm realm, HttpBrowser browser) {
        this.realm = realm;
        this.browser = browser;
        this.authorization = realm.authorization();
    }

    /** The same person with the same browser, in a tab that makes a sign-in of its own. */
    public Visitor newTab() {
        return new Visitor(realm, browser.newTab());
    }

    public HttpBrowser browser() {
        return browser;
    }

    public HtmlPage page() {
        return browser.page();
    }

    public OAuthClient.Authorization authorization() {
        return authorization;
    }

    // Keycloak's forms

    public HtmlPage openSignIn() {
        return browser.open(authorization.url());
    }

    public HtmlPage signIn(String username, String password) {
        openSignIn();
        return browser.submit(page().one("#kc-form-login"), Map.of("username", username, "password", password));
    }

    public HtmlPage openRegistration() {
        return browser.open(authorization.registrationUrl());
    }

    public HtmlPage register(Person person) {
        return register(person, Map.of());
    }

    /** Registers with fields that the form does not have. */
    public HtmlPage register(Person person, Map<String, String> more) {
        openRegistration();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("firstName", person.firstName());
        fields.put("lastName", person.lastName() == null ? "" : person.lastName());
        fields.put("email", person.email());
        fields.put("password", person.password());
        fields.put("password-confirm", person.password());
        fields.putAll(more);
        return browser.submit(page().one("#kc-register-form"), fields);
    }

    /** Loads one of Keycloak's pages again, from the address that its script leaves in the browser. */
    public HtmlPage reload() {
        Matcher address = REPLACED.matcher(page().answer().body());
        return browser.open(address.find() ? address.group(1) : page().url());
    }

    // The waiting page

    public boolean waits() {
        return page().has("#keyward-waiting");
    }

    public HtmlPage enterCode(String code) {
        return browser.submit(page().action("code"), Map.of("code", code));
    }

    public HtmlPage resend() {
        return browser.submit(page().action("resend"), Map.of());
    }

    public HtmlPage wrongAddress() {
        return browser.submit(page().action("change"), Map.of());
    }

    public HtmlPage changeAddress(String address) {
        return browser.submit(page().action("address"), Map.of("email", address));
    }

    public HtmlPage goOn() {
        return browser.submit(page().action("continue"), Map.of());
    }

    /** What the script of the waiting page is told: {@code waiting}, {@code proved}, {@code elsewhere} or {@code gone}. */
    public String state() {
        String url = page().one("#keyward-waiting").absUrl("data-status-url");
        return browser.fetch(url).ok().json().get("state").asText();
    }

    // The mailed link

    public HtmlPage openLink(String link) {
        return browser.open(link);
    }

    public HtmlPage confirm() {
        return browser.submit(page().one("#keyward-confirm-form"), Map.of());
    }

    public HtmlPage confirm(String newPassword) {
        return browser.submit(
                page().one("#keyward-confirm-form"),
                Map.of("password-new", newPassword, "password-confirm", newPassword));
    }

    public HtmlPage askForNewMail() {
        return browser.submit(page().one("#keyward-new-mail-form"), Map.of());
    }

    // A forgotten password

    public HtmlPage openForgotPassword() {
        openSignIn();
        return browser.open(page().one("a[href*=reset-credentials]").absUrl("href"));
    }

    /** Asks for a link, from the sign-in page on. What comes of it comes a moment after the page. */
    public HtmlPage forgot(String name) {
        openForgotPassword();
        return browser.submit(page().one("#kc-reset-password-form"), Map.of("username", name));
    }

    /** Opens the mailed link and chooses. */
    public HtmlPage choose(String link, String password) {
        openLink(link);
        return browser.submit(
                page().one("#keyward-reset-form"), Map.of("password-new", password, "password-confirm", password));
    }

    // At the application

    /** Whether Keycloak has sent an authorization code to the application. */
    public boolean signedIn() {
        return realm.appServer().hasRedirect(authorization)
                && realm.appServer().redirect(authorization).containsKey("code");
    }

    public TokenAnswer tokens() {
        return realm.tokens(authorization);
    }
}
