<#import "template.ftl" as layout>
<#import "/keyward-commons.ftl" as keyward>
<#import "/keyward-notices.ftl" as notice>
<@layout.emailLayout>
<p><#if keyward.greetable(name!"")>${msg("keywardMailGreeting")} <bdi>${name}</bdi>,<#else>${msg("keywardMailGreeting")},</#if></p>
<p>${byAdmin?then(msg("keywardPasswordChangedAdmin", realmName), msg("keywardPasswordChangedText", realmName))}</p>
<@notice.facts>
<@notice.fact label=msg("keywardFactTime") value=when />
</@notice.facts>
<p>${msg("keywardPasswordChangedNotYou")}</p>
<#if link?has_content>
<@notice.button link=link label=msg("keywardSignIn") />
<@notice.copyable link=link />
</#if>
</@layout.emailLayout>
