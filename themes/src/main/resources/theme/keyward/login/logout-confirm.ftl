<#-- Keycloak's page (base, 26.7) with buttons in the order in which they stand, and a button for the way back. -->
<#import "template.ftl" as layout>
<#import "keyward-commons.ftl" as keyward>
<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg("logoutConfirmTitle")}
    <#elseif section = "form">
        <@keyward.assets />
        <div id="kc-logout-confirm" class="kw-page">
            <p class="instruction">${msg("logoutConfirmHeader")}</p>
            <form action="${url.logoutConfirmAction}" method="post">
                <input type="hidden" name="session_code" value="${logoutConfirm.code}">
                <@keyward.submit id="kc-logout" label=msg("doLogout") />
            </form>
            <#if !logoutConfirm.skipLink && (client.baseUrl)?has_content>
                <@keyward.linkButton id="keyward-back" href=client.baseUrl label=msg("keywardErrorBack") importance="secondary" />
            </#if>
        </div>
    </#if>
</@layout.registrationLayout>
