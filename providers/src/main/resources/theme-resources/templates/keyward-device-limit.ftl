<#import "template.ftl" as layout>
<#import "keyward-commons.ftl" as keyward>
<#global title = msg("keywardDeviceLimitTitle")>
<@layout.registrationLayout displayMessage=true; section>
    <#if section = "header">
        ${msg("keywardDeviceLimitTitle")}
    <#elseif section = "form">
        <@keyward.assets />
        <div id="keyward-device-limit" class="kw-page">
            <p>${msg("keywardDeviceLimitText", signedInOn)}</p>
            <p>${msg("keywardDeviceLimitHow")}</p>
            <form id="keyward-device-limit-form" class="kw-form" action="${url.loginAction}" method="post">
                <@keyward.submit id="keyward-device-limit-again" label=msg("keywardDeviceLimitAgain") />
            </form>
            <p class="kw-hint">${msg("keywardDeviceLimitLost")}</p>
        </div>
    </#if>
</@layout.registrationLayout>
