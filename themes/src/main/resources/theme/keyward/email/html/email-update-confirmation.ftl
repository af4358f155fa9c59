<#import "template.ftl" as layout>
<#import "keyward-own.ftl" as own>
<@layout.emailLayout>
<#import "/keyward-notices.ftl" as notice>
<@own.greeting />
<p>${msg("keywardOwnNewAddressText", realmName)}</p>
<@notice.facts>
<@notice.fact label=msg("keywardOwnFactNewAddress") value=newEmail />
</@notice.facts>
<@own.link href=link label=msg("keywardVerifyMailButton") />
<@own.small text=msg("keywardOwnIgnore") />
</@layout.emailLayout>
