<#import "template.ftl" as layout>
<#import "/keyward-commons.ftl" as keyward>
<#import "/keyward-notices.ftl" as notice>
<@layout.emailLayout>
<p><#if keyward.greetable(name!"")>${msg("keywardMailGreeting")} <bdi>${name}</bdi>,<#else>${msg("keywardMailGreeting")},</#if></p>
<p>${msg("keywardAddressChangedText", realmName)}</p>
<@notice.facts>
<@notice.fact label=msg("keywardFactOldAddress") value=address />
<@notice.fact label=msg("keywardFactTime") value=when />
</@notice.facts>
<p>${msg("keywardAddressChangedYou")}</p>
<p>${msg("keywardAddressChangedNotYou", realmName)}</p>
</@layout.emailLayout>
