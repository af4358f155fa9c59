<#import "template.ftl" as layout>
<#import "keyward-own.ftl" as own>
<@layout.emailLayout>
<#import "/keyward-notices.ftl" as notice>
<@own.greeting />
<p>${msg("keywardOwnOfferText", realmName)}</p>
<@notice.facts>
<@notice.fact label=msg("keywardOwnFactCredential") value=credentialScopeDisplayName!"" />
</@notice.facts>
<@own.link href=link label=msg("keywardOwnOfferButton") />
<@own.small text=msg("keywardOwnOfferLate") />
</@layout.emailLayout>
