<#import "template.ftl" as layout>
<#import "/keyward-commons.ftl" as keyward>
<#import "/keyward-notices.ftl" as notice>
<@layout.emailLayout>
<p><#if keyward.greetable(name!"")>${msg("keywardMailGreeting")} <bdi>${name}</bdi>,<#else>${msg("keywardMailGreeting")},</#if></p>
<p>${msg("keywardResetMailText", realmName)}<br><strong><bdi>${address}</bdi></strong></p>
<#if reason == "no-password">
<p>${msg("keywardResetNoPassword")}</p>
<p>${msg("keywardResetNoPasswordHow")}</p>
<#else>
<p>${msg("keywardResetOtherAddress")}</p>
<p>${msg("keywardResetOtherAddressHow", realmName)}</p>
</#if>
<@notice.button link=link label=msg("keywardSignIn") />
<@notice.copyable link=link />
<p class="kw-small" style="font-size:13px">${msg("keywardResetMailNotYou")}</p>
</@layout.emailLayout>
