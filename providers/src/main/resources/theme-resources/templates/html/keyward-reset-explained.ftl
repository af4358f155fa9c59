<#import "template.ftl" as layout>
<#import "/keyward-commons.ftl" as keyward>
<#import "/keyward-notices.ftl" as notice>
<@layout.emailLayout>
<p><#if keyward.greetable(name!"")>${msg("keywardMailGreeting")} <bdi>${name}</bdi>,<#else>${msg("keywardMailGreeting")},</#if></p>
<p>${msg("keywardResetMailText", realmName)}</p>
<@notice.facts>
<@notice.fact label=msg("keywardFactAddress") value=address />
<@notice.fact label=msg("keywardFactTime") value=when!"" />
<@notice.fact label=msg("keywardFactIp") value=ip!"" />
</@notice.facts>
<#if reason == "no-password">
<p>${msg("keywardResetNoPassword")}</p>
<p>${msg("keywardResetNoPasswordHow")}</p>
<#else>
<p>${msg("keywardResetOtherAddress")}</p>
<p>${msg("keywardResetOtherAddressHow", realmName)}</p>
</#if>
<@notice.button link=link label=msg("keywardSignIn") />
<@notice.copyable link=link />
<p class="kw-small" style="margin:0 0 12px;font-size:14px;line-height:1.5">${msg("keywardResetMailNotYou")}</p>
</@layout.emailLayout>
