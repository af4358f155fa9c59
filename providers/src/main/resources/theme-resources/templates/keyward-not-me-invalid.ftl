<#import "template.ftl" as layout>
<#import "keyward-commons.ftl" as keyward>
<#assign reason = invalid.reason!"unknown">
<#if reason == "expired">
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
        <div class="kw-page" id="keyward-not-me-invalid">
            <#if reason == "expired">
                <p>${msg("keywardNotMeExpired")}</p>
                <p>${msg("keywardNotMeYourself")}</p>
            <#elseif reason == "used">
                <p>${msg("keywardNotMeUsed")}</p>
            <#elseif reason == "superseded">
                <p>${msg("keywardNotMeSuperseded")}</p>
            <#else>
                <p>${msg("keywardNotMeUnknown")}</p>
                <p>${msg("keywardNotMeYourself")}</p>
            </#if>
            <@keyward.linkButton id="keyward-sign-in" href=invalid.signInUrl label=msg("keywardSignIn") />
        </div>
    </#if>
</@layout.registrationLayout>
