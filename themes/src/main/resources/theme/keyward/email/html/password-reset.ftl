<#import "template.ftl" as layout>
<#import "keyward-own.ftl" as own>
<@layout.emailLayout>
<@own.greeting />
<p>${msg("keywardOwnResetText", realmName)}</p>
<@own.link href=link label=msg("keywardOwnResetButton") />
<@own.small text=msg("keywardOwnIgnore") />
</@layout.emailLayout>
