<#-- Keycloak's page in the words and with the buttons of Keyward: what has happened, and the two ways on. -->
<#import "template.ftl" as layout>
<#import "keyward-commons.ftl" as keyward>
<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg("keywardPageExpiredTitle")}
    <#elseif section = "form">
        <@keyward.assets />
        <div class="kw-page" id="keyward-page-expired">
            <p>${msg("keywardPageExpiredText")}</p>
            <@keyward.linkButton id="loginContinueLink" href=url.loginAction label=msg("keywardPageExpiredGoOn") />
            <@keyward.linkButton id="loginRestartLink" href=url.loginRestartFlowUrl label=msg("keywardPageExpiredRestart") importance="secondary" />
        </div>
    </#if>
</@layout.registrationLayout>
