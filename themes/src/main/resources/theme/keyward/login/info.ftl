<#-- Keycloak's page with a button for the way on. -->
<#import "template.ftl" as layout>
<#import "keyward-commons.ftl" as keyward>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        <#if messageHeader??>
            ${kcSanitize(msg("${messageHeader}"))?no_esc}
        <#else>
            ${message.summary}
        </#if>
    <#elseif section = "form">
        <@keyward.assets />
        <div id="kc-info-message" class="kw-page">
            <#if messageHeader??>
                <p class="instruction">${message.summary}</p>
            </#if>
            <#if requiredActions?has_content>
                <ul class="kw-list">
                    <#list requiredActions as action>
                        <li>${kcSanitize(msg("requiredAction.${action}"))?no_esc}</li>
                    </#list>
                </ul>
            </#if>
            <#if !skipLink??>
                <#if pageRedirectUri?has_content>
                    <@keyward.linkButton id="keyward-back" href=pageRedirectUri label=msg("keywardErrorBack") />
                <#elseif actionUri?has_content>
                    <@keyward.linkButton id="keyward-proceed" href=actionUri label=msg("keywardGoOn") />
                <#elseif (client.baseUrl)?has_content>
                    <@keyward.linkButton id="keyward-back" href=client.baseUrl label=msg("keywardErrorBack") />
                </#if>
            </#if>
        </div>
    </#if>
</@layout.registrationLayout>
