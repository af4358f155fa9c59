<#import "template.ftl" as layout>
<#import "/keyward-commons.ftl" as keyward>
<#import "/keyward-notices.ftl" as notice>
<@layout.emailLayout>
<p><#if keyward.greetable(name!"")>${msg("keywardMailGreeting")} <bdi>${name}</bdi>,<#else>${msg("keywardMailGreeting")},</#if></p>
<p>${msg("keywardChooseText", realmName)}</p>
<@notice.button link=link label=msg("keywardChooseButton") />
<p>${msg("keywardMailLinkLife", linkHours)} ${msg("keywardChooseLate")}</p>
<@notice.copyable link=link />
</@layout.emailLayout>
