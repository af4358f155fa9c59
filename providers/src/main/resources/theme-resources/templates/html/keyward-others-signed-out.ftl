<#import "template.ftl" as layout>
<#import "/keyward-commons.ftl" as keyward>
<#import "/keyward-notices.ftl" as notice>
<@layout.emailLayout>
<p><#if keyward.greetable(name!"")>${msg("keywardMailGreeting")} <bdi>${name}</bdi>,<#else>${msg("keywardMailGreeting")},</#if></p>
<p>${msg("keywardOthersOutText", realmName)}</p>
<@notice.facts>
<@notice.device />
</@notice.facts>
<p>${msg("keywardOthersOutNotYou")}</p>
<#if link?has_content>
<@notice.button link=link label=msg("keywardNoticeAccount") />
<@notice.copyable link=link />
</#if>
</@layout.emailLayout>
