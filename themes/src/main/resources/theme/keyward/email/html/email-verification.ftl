<#import "template.ftl" as layout>
<#import "keyward-own.ftl" as own>
<@layout.emailLayout>
<@own.greeting />
<p>${msg("keywardOwnVerifyText", realmName)}</p>
<@own.link href=link label=msg("keywardVerifyMailButton") />
<@own.small text=msg("keywardVerifyMailNotYou", realmName) />
</@layout.emailLayout>
