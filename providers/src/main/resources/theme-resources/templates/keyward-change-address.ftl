<#import "template.ftl" as layout>
<#import "keyward-commons.ftl" as keyward>
<#assign missing = verification.missing!false>
<#assign undelivered = verification.undelivered?has_content>
<#if missing>
    <#assign heading = msg("keywardMissingTitle")>
<#elseif undelivered>
    <#assign heading = msg("keywardUndeliveredTitle")>
<#else>
    <#assign heading = msg("keywardChangeTitle")>
</#if>
<#global title = heading>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("email"); section>
    <#if section = "header">
        ${heading}
    <#elseif section = "form">
        <@keyward.assets />
        <div class="kw-page"<#if undelivered> id="keyward-undelivered"</#if>>
            <#if missing>
                <p>${msg("keywardMissingText")}</p>
            <#elseif undelivered>
                <p>${msg("keywardUndeliveredText")}<br><strong class="kw-value"><bdi>${verification.undelivered}</bdi></strong></p>
                <p>${msg("keywardUndeliveredHow")}</p>
            <#else>
                <p>${msg("keywardChangeText")}</p>
            </#if>
            <form id="keyward-address-form" class="${properties.kcFormClass!} kw-form" action="${url.loginAction}" method="post" novalidate>
                <input type="hidden" name="keyward-action" value="address">
                <@keyward.field name="email" kind="email" label=undelivered?then(msg("keywardUndeliveredLabel"), msg("email")) autocomplete="email" autofocus=true
                        value=(verification.entered)!(verification.address)!"" error=messagesPerField.get("email") />
                <@keyward.submit id="keyward-address-submit" label=msg("keywardChangeSubmit") />
            </form>
            <#if !missing>
                <form id="keyward-cancel-form" action="${url.loginAction}" method="post">
                    <input type="hidden" name="keyward-action" value="continue">
                    <@keyward.submit id="keyward-cancel" importance="secondary"
                            label=(verification.later!false)?then(msg("keywardUndeliveredLater"), msg("keywardChangeCancel")) />
                </form>
            </#if>
        </div>
    </#if>
</@layout.registrationLayout>
