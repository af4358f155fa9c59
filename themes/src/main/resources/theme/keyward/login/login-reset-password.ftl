<#-- Keycloak's page (keycloak.v2, 26.7) with the sentence before the field, and a button that says what it does. -->
<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "keyward-commons.ftl" as keyward>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('username'); section>
    <#if section = "header">
        ${msg("emailForgotTitle")}
    <#elseif section = "form">
        <@keyward.assets />
        <div class="kw-page">
            <p>${msg("keywardForgotText")}</p>
            <form id="kc-reset-password-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate="novalidate">
                <#assign label>
                    <#if !realm.loginWithEmailAllowed>${msg("username")}<#elseif !realm.registrationEmailAsUsername>${msg("usernameOrEmail")}<#else>${msg("email")}</#if>
                </#assign>
                <@field.input name="username" label=label value=auth.attemptedUsername!'' autocomplete="username" autofocus=true />
                <@keyward.submit id="kc-form-buttons" label=msg("keywardForgotSubmit") />
            </form>
            <@keyward.linkButton id="keyward-back-to-login" href=url.loginUrl label=msg("backToLogin") importance="secondary" />
        </div>
    </#if>
</@layout.registrationLayout>
