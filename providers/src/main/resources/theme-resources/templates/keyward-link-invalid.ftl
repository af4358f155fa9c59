<#import "template.ftl" as layout>
<#import "keyward-commons.ftl" as keyward>
<#assign sent = invalid.sent!false>
<#assign reason = invalid.reason!"unknown">
<#if sent>
    <#assign heading = msg("keywardInvalidSentTitle")>
<#elseif reason == "expired">
    <#assign heading = msg("keywardInvalidExpiredTitle")>
<#elseif reason == "used">
    <#assign heading = msg("keywardInvalidUsedTitle")>
<#elseif reason == "superseded">
    <#assign heading = msg("keywardInvalidSupersededTitle")>
<#else>
    <#assign heading = msg("keywardInvalidUnknownTitle")>
</#if>
<#global title = heading>
<@layout.registrationLayout displayMessage=true; section>
    <#if section = "header">
        ${heading}
    <#elseif section = "form">
        <@keyward.assets standalone=true />
        <div class="kw-page">
            <#if sent>
                <p>${msg("keywardInvalidSentText")}</p>
                <p>${msg("keywardHelpText")}</p>
            <#elseif reason == "expired">
                <p>${msg("keywardInvalidExpiredText")}</p>
            <#elseif reason == "used">
                <p>${msg("keywardInvalidUsedText")}</p>
            <#elseif reason == "superseded">
                <p>${msg("keywardInvalidSupersededText")}</p>
            <#else>
                <p>${msg("keywardInvalidUnknownText")}</p>
            </#if>
            <#if !sent && invalid.resendAction?has_content>
                <form id="keyward-new-mail-form" class="kw-form" action="${invalid.resendAction}" method="post">
                    <@keyward.submit id="keyward-new-mail" label=msg("keywardInvalidNewMail") />
                </form>
            </#if>
            <#if invalid.signInUrl?has_content>
                <@keyward.linkButton id="keyward-sign-in" href=invalid.signInUrl label=msg("keywardSignIn")
                        importance=(!sent && invalid.resendAction?has_content)?then("secondary", "primary") />
            </#if>
        </div>
    </#if>
</@layout.registrationLayout>
