<#import "template.ftl" as layout>
<#import "keyward-commons.ftl" as keyward>
<#global title = msg("keywardResetTitle")>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("password-new", "password", "password-confirm"); section>
    <#if section = "header">
        ${msg("keywardResetTitle")}
    <#elseif section = "form">
        <@keyward.assets standalone=true />
        <div class="kw-page">
            <dl class="kw-facts">
                <div><dt>${msg("keywardFactAddress")}</dt><dd><strong><bdi>${reset.address!}</bdi></strong></dd></div>
                <#if reset.name?has_content && reset.name != reset.address!>
                    <div><dt>${msg("keywardFactName")}</dt><dd><bdi>${reset.name}</bdi></dd></div>
                </#if>
                <#if reset.realmName?has_content>
                    <div><dt>${msg("keywardFactRealm")}</dt><dd><bdi>${reset.realmName}</bdi></dd></div>
                </#if>
            </dl>
            <#if reset.proves!false>
                <p>${msg("keywardResetProves")}</p>
            </#if>
            <form id="keyward-reset-form" class="${properties.kcFormClass!} kw-form" action="${reset.action}" method="post" novalidate>
                <#-- For password managers: which account the new password is for. Not sent. -->
                <input id="keyward-username" class="kw-unseen" type="text" autocomplete="username" value="${reset.username!}" readonly tabindex="-1" aria-hidden="true">
                <div class="kw-chosen">
                <@keyward.field name="password-new" kind="password" label=msg("passwordNew") autocomplete="new-password" autofocus=true
                        describedBy=((kwPage.passwordRules)![])?has_content?then("keyward-rules", "")
                        error=messagesPerField.getFirstError("password-new", "password") />
                <@keyward.passwordRules field="password-new" username="keyward-username" />
                </div>
                <@keyward.field name="password-confirm" kind="password" label=msg("passwordConfirm") autocomplete="new-password"
                        error=messagesPerField.get("password-confirm") />
                <@keyward.submit id="keyward-reset" label=msg("keywardResetSubmit") />
                <script type="module" src="${url.resourcesPath}/js/passwordVisibility.js"></script>
            </form>
            <p class="kw-hint">${msg("keywardResetNotYou")}</p>
        </div>
    </#if>
</@layout.registrationLayout>
