<#import "template.ftl" as layout>
<#import "keyward-commons.ftl" as keyward>
<#global title = msg("keywardDoneTitle")>
<@layout.registrationLayout displayMessage=true; section>
    <#if section = "header">
        ${msg("keywardDoneTitle")}
    <#elseif section = "form">
        <@keyward.assets standalone=true />
        <div class="kw-page">
            <dl class="kw-facts">
                <div><dt>${msg("keywardFactAddress")}</dt><dd><strong><bdi>${done.address!}</bdi></strong></dd></div>
                <#if done.name?has_content>
                    <div><dt>${msg("keywardFactName")}</dt><dd><bdi>${done.name}</bdi></dd></div>
                </#if>
            </dl>
            <#if done.where == "same-browser">
                <p>${done.continueUrl?has_content?then(msg("keywardDoneSameBrowser"), msg("keywardDoneSameBrowserClose"))}</p>
            <#elseif done.where == "waiting-tab">
                <p>${msg("keywardDoneWaitingTab")}</p>
                <p class="kw-hint">${msg("keywardDoneWaitingTabHint")}</p>
            <#else>
                <p>${msg("keywardDoneElsewhere")}</p>
                <p>${msg("keywardDoneElsewhereNext")}</p>
            </#if>
            <#if done.continueUrl?has_content>
                <@keyward.linkButton id="keyward-go-on" href=done.continueUrl label=msg("keywardGoOn") />
            <#elseif done.signInUrl?has_content>
                <@keyward.linkButton id="keyward-sign-in" href=done.signInUrl label=msg("keywardSignIn") />
            </#if>
        </div>
    </#if>
</@layout.registrationLayout>
