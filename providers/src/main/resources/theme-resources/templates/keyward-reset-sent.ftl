<#import "template.ftl" as layout>
<#import "keyward-commons.ftl" as keyward>
<#global title = msg("keywardResetSentTitle")>
<@layout.registrationLayout displayMessage=true; section>
    <#if section = "header">
        ${msg("keywardResetSentTitle")}
    <#elseif section = "form">
        <@keyward.assets />
        <div class="kw-page" id="keyward-reset-sent">
            <p>${msg("keywardResetSentFor")}<br><strong class="kw-value"><bdi>${sent.to!}</bdi></strong></p>
            <p>${msg("keywardResetSentText")}</p>
            <p>${msg("keywardHelpText")}</p>
            <@keyward.linkButton id="keyward-sign-in" href=url.loginUrl label=msg("keywardResetBack") />
            <form id="keyward-again-form" class="kw-form" action="${url.loginAction}" method="post">
                <input type="hidden" name="keyward-action" value="again">
                <@keyward.submit id="keyward-again" label=msg("keywardResetOther") importance="link" />
            </form>
        </div>
    </#if>
</@layout.registrationLayout>
