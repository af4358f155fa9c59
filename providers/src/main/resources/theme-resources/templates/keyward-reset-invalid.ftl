<#import "template.ftl" as layout>
<#import "keyward-commons.ftl" as keyward>
<#assign reason = invalid.reason!"unknown">
<#if reason == "expired">
    <#assign heading = msg("keywardInvalidExpiredTitle")>
<#elseif reason == "used">
    <#assign heading = msg("keywardInvalidUsedTitle")>
<#elseif reason == "superseded">
    <#assign heading = msg("keywardInvalidSupersededTitle")>
<#elseif reason == "elsewhere">
    <#assign heading = msg("keywardResetElsewhereTitle")>
<#else>
    <#assign heading = msg("keywardInvalidUnknownTitle")>
</#if>
<#global title = heading>
<@layout.registrationLayout displayMessage=true; section>
    <#if section = "header">
        ${heading}
    <#elseif section = "form">
        <@keyward.assets standalone=true />
        <div class="kw-page" id="keyward-reset-invalid">
            <#if reason == "expired">
                <p>${msg("keywardResetExpired")}</p>
            <#elseif reason == "used">
                <p>${msg("keywardResetUsed")}</p>
            <#elseif reason == "superseded">
                <p>${msg("keywardResetSuperseded")}</p>
            <#elseif reason == "elsewhere">
                <p>${msg("keywardResetElsewhere")}</p>
            <#else>
                <p>${msg("keywardResetUnknown")}</p>
            </#if>
            <#if invalid.againUrl?has_content>
                <@keyward.linkButton id="keyward-ask-again" href=invalid.againUrl label=msg("keywardInvalidNewMail") />
            </#if>
            <#if invalid.signInUrl?has_content>
                <@keyward.linkButton id="keyward-sign-in" href=invalid.signInUrl label=msg("keywardSignIn")
                        importance=invalid.againUrl?has_content?then("secondary", "primary") />
            </#if>
        </div>
    </#if>
</@layout.registrationLayout>
