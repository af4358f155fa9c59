<#import "template.ftl" as layout>
<#import "keyward-own.ftl" as own>
<@layout.emailLayout>
<p>${msg("keywardMailGreeting")},</p>
<p>${msg("keywardOwnTestText", realmName!"")}</p>
</@layout.emailLayout>
