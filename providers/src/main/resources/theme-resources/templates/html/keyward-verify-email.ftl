<#import "template.ftl" as layout>
<#import "/keyward-commons.ftl" as keyward>
<#import "/keyward-notices.ftl" as notice>
<@layout.emailLayout>
<p><#if keyward.greetable(name!"")>${msg("keywardMailGreeting")} <bdi>${name}</bdi>,<#else>${msg("keywardMailGreeting")},</#if></p>
<p>${msg("keywardVerifyMailText")}<br><strong><bdi>${address}</bdi></strong></p>
<#if code?has_content>
<p>${msg("keywardVerifyMailCode")}</p>
<@notice.code code=code />
<p>${msg("keywardVerifyMailCodeLife", codeMinutes)}</p>
</#if>
<p>${code?has_content?then(msg("keywardVerifyMailLink"), msg("keywardVerifyMailLinkOnly"))}</p>
<@notice.button link=link label=msg("keywardVerifyMailButton") />
<p>${msg("keywardMailLinkLife", linkHours)}</p>
<@notice.copyable link=link />
<p class="kw-small" style="margin:0 0 12px;font-size:14px;line-height:1.5">${msg("keywardVerifyMailNewest")}</p>
<p class="kw-small" style="margin:0 0 12px;font-size:14px;line-height:1.5">${msg("keywardVerifyMailNotYou", realmName)}<#if code?has_content> ${msg("keywardVerifyMailKeepCode")}</#if></p>
</@layout.emailLayout>
