<#-- Keycloak's page with a button for the way on, and a sentence for those who have none. -->
<#import "template.ftl" as layout>
<#import "keyward-commons.ftl" as keyward>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${kcSanitize(msg("errorTitle"))?no_esc}
    <#elseif section = "form">
        <@keyward.assets />
        <div id="kc-error-message" class="kw-page">
            <p class="instruction">${kcSanitize(message.summary)?no_esc}</p>
            <#if !skipLink?? && (client.baseUrl)?has_content>
                <@keyward.linkButton id="backToApplication" href=client.baseUrl label=msg("keywardErrorBack") />
            <#else>
                <p>${msg("keywardErrorWhatNow")}</p>
            </#if>
            <#if traceId??>
                <p class="kw-hint" id="traceId">${msg("traceIdSupportMessage", traceId)}</p>
            </#if>
        </div>
    </#if>
</@layout.registrationLayout>
