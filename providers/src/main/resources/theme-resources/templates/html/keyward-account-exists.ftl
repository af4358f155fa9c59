<#import "template.ftl" as layout>
<#import "/keyward-commons.ftl" as keyward>
<#import "/keyward-notices.ftl" as notice>
<@layout.emailLayout>
<p><#if keyward.greetable(name!"")>${msg("keywardMailGreeting")} <bdi>${name}</bdi>,<#else>${msg("keywardMailGreeting")},</#if></p>
<p>${msg("keywardExistsMailText", realmName)}<br><strong><bdi>${address}</bdi></strong></p>
<#if verified>
<p>${msg("keywardExistsMailVerified")}</p>
<@notice.button link=link label=msg("keywardSignIn") />
<#else>
<p>${msg("keywardExistsMailUnverified")}</p>
<@notice.button link=link label=msg("keywardVerifyMailButton") />
<p>${msg("keywardMailLinkLife", linkHours)}</p>
</#if>
<@notice.copyable link=link />
<p class="kw-small" style="margin:0 0 12px;font-size:14px;line-height:1.5">${msg("keywardExistsMailNotYou")}</p>
</@layout.emailLayout>
