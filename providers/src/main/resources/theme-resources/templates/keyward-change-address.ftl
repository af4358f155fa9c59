<#import "template.ftl" as layout>
<#import "keyward-commons.ftl" as keyward>
<#assign missing = verification.missing!false>
<#assign heading = missing?then(msg("keywardMissingTitle"), msg("keywardChangeTitle"))>
<#global title = heading>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("email"); section>
    <#if section = "header">
        ${heading}
    <#elseif section = "form">
        <@keyward.assets />
        <div class="kw-page">
            <#if missing>
                <p>${msg("keywardMissingText")}</p>
            <#else>
                <p>${msg("keywardChangeText")}</p>
            </#if>
            <form id="keyward-address-form" class="${properties.kcFormClass!} kw-form" action="${url.loginAction}" method="post" novalidate>
                <input type="hidden" name="keyward-action" value="address">
                <@keyward.field name="email" kind="email" label=msg("email") autocomplete="email" autofocus=true
                        value=(verification.entered)!(verification.address)!"" error=messagesPerField.get("email") />
                <@keyward.submit id="keyward-address-submit" label=msg("keywardChangeSubmit") />
            </form>
            <#if !missing>
                <form id="keyward-cancel-form" action="${url.loginAction}" method="post">
                    <input type="hidden" name="keyward-action" value="continue">
                    <@keyward.submit id="keyward-cancel" importance="secondary" label=msg("keywardChangeCancel") />
                </form>
            </#if>
        </div>
    </#if>
</@layout.registrationLayout>
