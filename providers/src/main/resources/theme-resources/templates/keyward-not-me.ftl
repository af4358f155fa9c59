<#import "template.ftl" as layout>
<#import "keyward-commons.ftl" as keyward>
<#global title = msg("keywardNotMeTitle")>
<@layout.registrationLayout displayMessage=true; section>
    <#if section = "header">
        ${msg("keywardNotMeTitle")}
    <#elseif section = "form">
        <@keyward.assets standalone=true />
        <div class="kw-page">
            <p>${msg("keywardNotMeText")}</p>
            <dl class="kw-facts">
                <#if notMe.device?has_content>
                    <div><dt>${msg("keywardFactDevice")}</dt><dd><strong><bdi>${notMe.device}</bdi></strong></dd></div>
                </#if>
                <div><dt>${msg("keywardFactTime")}</dt><dd>${notMe.when}</dd></div>
                <#if notMe.method?has_content>
                    <div><dt>${msg("keywardFactHow")}</dt><dd>${msg(notMe.method)}</dd></div>
                </#if>
                <div><dt>${msg("keywardFactRealm")}</dt><dd><bdi>${notMe.realmName}</bdi></dd></div>
            </dl>
            <p>${msg("keywardNotMeWhat")}</p>
            <ul class="kw-list">
                <li>${msg("keywardNotMeSignsOut")}</li>
                <li>${msg("keywardNotMePassword")}</li>
                <li>${msg("keywardNotMeMail")}</li>
            </ul>
            <form id="keyward-not-me-form" class="${properties.kcFormClass!} kw-form" action="${notMe.action}" method="post">
                <@keyward.submit id="keyward-not-me" label=msg("keywardNotMeSubmit") />
            </form>
            <p class="kw-hint">${msg("keywardNotMeYou")}</p>
        </div>
    </#if>
</@layout.registrationLayout>
