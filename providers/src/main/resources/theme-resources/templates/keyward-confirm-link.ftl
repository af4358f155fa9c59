<#import "template.ftl" as layout>
<#import "keyward-commons.ftl" as keyward>
<#assign refused = confirm.refused!false>
<#assign needsPassword = !refused && confirm.needsPassword!false>
<#assign heading = refused?then(msg("keywardConfirmRefusedTitle"), msg("keywardConfirmTitle"))>
<#global title = heading>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("password-new", "password", "password-confirm"); section>
    <#if section = "header">
        ${heading}
    <#elseif section = "form">
        <@keyward.assets standalone=true />
        <div class="kw-page">
            <#if !refused>
                <p>${msg("keywardConfirmText")}</p>
            </#if>
            <dl class="kw-facts">
                <div><dt>${msg("keywardFactAddress")}</dt><dd><strong><bdi>${confirm.address!}</bdi></strong></dd></div>
                <#if confirm.name?has_content>
                    <div><dt>${msg("keywardFactName")}</dt><dd><bdi>${confirm.name}</bdi></dd></div>
                </#if>
                <#if confirm.realmName?has_content>
                    <div><dt>${msg("keywardFactRealm")}</dt><dd><bdi>${confirm.realmName}</bdi></dd></div>
                </#if>
                <#if confirm.createdAt?has_content>
                    <div><dt>${msg("keywardFactCreated")}</dt><dd>${confirm.createdAt}</dd></div>
                </#if>
            </dl>
            <#if refused>
                <p>${msg("keywardConfirmRefusedText")}</p>
                <p>${msg("keywardConfirmRefusedHow")}</p>
            <#else>
                <form id="keyward-confirm-form" class="${properties.kcFormClass!} kw-form" action="${confirm.action}" method="post" novalidate>
                    <#if needsPassword>
                        <div class="kw-explain">
                            <h2 class="kw-heading">${msg("keywardConfirmPasswordTitle")}</h2>
                            <p>${msg("keywardConfirmPasswordWhy")}</p>
                            <p>${msg("keywardConfirmPasswordOr")}</p>
                        </div>
                        <#-- For password managers: which account the new password is for. Not sent. -->
                        <input id="keyward-username" class="kw-unseen" type="text" autocomplete="username" value="${confirm.address!}" readonly tabindex="-1" aria-hidden="true">
                        <div class="kw-chosen">
                        <@keyward.field name="password-new" kind="password" label=msg("passwordNew") autocomplete="new-password" autofocus=true
                                describedBy=((kwPage.passwordRules)![])?has_content?then("keyward-rules", "")
                                error=messagesPerField.getFirstError("password-new", "password") />
                        <@keyward.passwordRules field="password-new" username="keyward-username" />
                        </div>
                        <@keyward.field name="password-confirm" kind="password" label=msg("passwordConfirm") autocomplete="new-password"
                                error=messagesPerField.get("password-confirm") />
                        <@keyward.submit id="keyward-confirm" label=msg("keywardConfirmSubmitPassword") />
                        <script type="module" src="${url.resourcesPath}/js/passwordVisibility.js"></script>
                    <#else>
                        <@keyward.submit id="keyward-confirm" label=msg("keywardConfirmSubmit") />
                    </#if>
                </form>
            </#if>
            <p class="kw-hint">${msg("keywardConfirmNotYou")}</p>
        </div>
    </#if>
</@layout.registrationLayout>
