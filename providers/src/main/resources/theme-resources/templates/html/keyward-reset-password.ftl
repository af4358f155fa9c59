<#import "template.ftl" as layout>
<#import "/keyward-commons.ftl" as keyward>
<#import "/keyward-notices.ftl" as notice>
<@layout.emailLayout>
<p><#if keyward.greetable(name!"")>${msg("keywardMailGreeting")} <bdi>${name}</bdi>,<#else>${msg("keywardMailGreeting")},</#if></p>
<p>${msg("keywardResetMailText", realmName)}<br><strong><bdi>${address}</bdi></strong></p>
<p>${msg("keywardResetMailHow")}</p>
<@notice.button link=link label=msg("keywardChooseButton") />
<p>${msg("keywardMailLinkLife", linkHours)} ${msg("keywardResetMailOnce")}</p>
<@notice.copyable link=link />
<p class="kw-small" style="font-size:13px">${msg("keywardVerifyMailNewest")}</p>
<p class="kw-small" style="font-size:13px">${msg("keywardResetMailNotYou")}</p>
</@layout.emailLayout>
