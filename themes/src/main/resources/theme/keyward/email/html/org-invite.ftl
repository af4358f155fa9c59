<#import "template.ftl" as layout>
<#import "keyward-own.ftl" as own>
<@layout.emailLayout>
<#import "/keyward-notices.ftl" as notice>
<p>${msg("keywardMailGreeting")},</p>
<p>${msg("keywardOwnInviteText", realmName)}</p>
<@notice.facts>
<@notice.fact label=msg("keywardOwnFactOrganization") value=organization.name />
</@notice.facts>
<@own.link href=link label=msg("keywardOwnInviteButton") />
<@own.small text=msg("keywardOwnInviteIgnore") />
</@layout.emailLayout>
