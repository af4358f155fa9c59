<#import "template.ftl" as layout>
<#import "keyward-own.ftl" as own>
<@layout.emailLayout>
<#import "/keyward-notices.ftl" as notice>
<@own.greeting />
<p>${msg("keywardOwnLinkText", realmName)}</p>
<@notice.facts>
<@notice.fact label=msg("keywardOwnFactProvider") value=identityProviderDisplayName />
<@notice.fact label=msg("keywardOwnFactProviderName") value=identityProviderContext.username />
</@notice.facts>
<p>${msg("keywardOwnLinkMeans")}</p>
<@own.link href=link label=msg("keywardOwnLinkButton") />
<@own.small text=msg("keywardOwnIgnore") />
</@layout.emailLayout>
