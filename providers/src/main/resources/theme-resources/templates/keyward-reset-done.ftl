<#import "template.ftl" as layout>
<#import "keyward-commons.ftl" as keyward>
<#global title = msg("keywardResetDoneTitle")>
<@layout.registrationLayout displayMessage=true; section>
    <#if section = "header">
        ${msg("keywardResetDoneTitle")}
    <#elseif section = "form">
        <@keyward.assets standalone=true />
        <div class="kw-page" id="keyward-reset-done">
            <dl class="kw-facts">
                <div><dt>${msg("keywardFactAddress")}</dt><dd><strong><bdi>${done.address!}</bdi></strong></dd></div>
                <#if done.name?has_content && done.name != done.address!>
                    <div><dt>${msg("keywardFactName")}</dt><dd><bdi>${done.name}</bdi></dd></div>
                </#if>
            </dl>
            <p>${msg("keywardResetDoneText")}</p>
            <p>${msg("keywardResetDoneNext")}</p>
            <@keyward.linkButton id="keyward-sign-in" href=done.signInUrl label=msg("keywardSignIn") />
        </div>
    </#if>
</@layout.registrationLayout>
