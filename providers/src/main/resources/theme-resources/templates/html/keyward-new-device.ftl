<#import "template.ftl" as layout>
<#import "/keyward-commons.ftl" as keyward>
<#import "/keyward-notices.ftl" as notice>
<@layout.emailLayout>
<p><#if keyward.greetable(name!"")>${msg("keywardMailGreeting")} <bdi>${name}</bdi>,<#else>${msg("keywardMailGreeting")},</#if></p>
<p>${msg("keywardNewDeviceText", realmName)}</p>
<@notice.facts>
<@notice.device how=msg(method) />
</@notice.facts>
<p>${msg("keywardNewDeviceYou")}</p>
<p>${msg("keywardNewDeviceNotYou")}</p>
<@notice.button link=link label=msg("keywardNotMeButton") />
<p>${msg("keywardMailLinkLife", linkHours)}</p>
<@notice.copyable link=link />
</@layout.emailLayout>
