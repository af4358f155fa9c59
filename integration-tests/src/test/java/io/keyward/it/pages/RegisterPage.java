package io.keyward.it.pages;

import com.microsoft.playwright.Page;
import io.keyward.it.harness.OAuthClient.Authorization;
import io.keyward.it.harness.Person;

/** Keycloak's registration form. */
public record RegisterPage(Page page) {

    public static RegisterPage open(Page page, Authorization authorization) {
        page.navigate(authorization.registrationUrl());
        return new RegisterPage(page);
    }

    /** Fills in what the form asks for and sends it. */
    public WaitingPage register(Person person) {
        fill("firstName", person.firstName());
        fill("lastName", person.lastName());
        fill("email", person.email());
        fill("password", person.password());
        fill("password-confirm", person.password());
        send();
        return new WaitingPage(page);
    }

    public void fill(String field, String value) {
        if (page.locator("#" + field).count() > 0) {
            page.locator("#" + field).fill(value == null ? "" : value);
        }
    }

    public void send() {
        page.locator("#kc-register-form [type=submit]").click();
    }

    /** Waits for the message beside the field. */
    public String error(String field) {
        return page.locator("#input-error-" + field).innerText();
    }
}
