<#import "template.ftl" as layout>
<#import "keyward-commons.ftl" as keyward>
<#global title = msg("keywardNotMeDoneTitle")>
<@layout.registrationLayout displayMessage=true; section>
    <#if section = "header">
        ${msg("keywardNotMeDoneTitle")}
    <#elseif section = "form">
        <@keyward.assets standalone=true />
        <div class="kw-page" id="keyward-not-me-done">
            <p>${msg("keywardNotMeDoneSignedOut")}</p>
            <#if done.next == "mailed">
                <p>${msg("keywardNotMeDonePassword")}</p>
                <p>${msg("keywardNotMeDoneMailed")}</p>
                <p class="kw-hint">${msg("keywardNotMeDoneNoMail")}</p>
            <#elseif done.next == "mailed-elsewhere">
                <p>${msg("keywardNotMeDoneElsewhere")}</p>
                <p>${msg("keywardNotMeDoneMailed")}</p>
            <#elseif done.next == "elsewhere">
                <p>${msg("keywardNotMeDoneElsewhere")}</p>
                <p>${msg("keywardNotMeDoneElsewhereAsk")}</p>
            <#elseif done.next == "no-password">
                <p>${msg("keywardNotMeDoneNoPassword")}</p>
            <#else>
                <p>${msg("keywardNotMeDonePassword")}</p>
                <p>${msg("keywardNotMeDoneAsk")}</p>
            </#if>
            <p>${msg("keywardNotMeDoneCheck")}</p>
        </div>
    </#if>
</@layout.registrationLayout>
