<#import "template.ftl" as layout>
<#import "keyward-commons.ftl" as keyward>
<#global title = msg("keywardSignInOverTitle")>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg("keywardSignInOverTitle")}
    <#elseif section = "form">
        <@keyward.assets />
        <div id="keyward-sign-in-over" class="kw-page">
            <p>${msg("keywardSignInOver")}</p>
            <@keyward.linkButton id="keyward-sign-in-again" label=msg("keywardSignInOverAgain") href=url.loginRestartFlowUrl />
        </div>
    </#if>
</@layout.registrationLayout>
