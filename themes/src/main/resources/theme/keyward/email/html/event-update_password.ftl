<#import "template.ftl" as layout>
<#import "keyward-own.ftl" as own>
<@layout.emailLayout>
<@own.event what=msg("keywardOwnEventUpdatePassword", realmName) />
</@layout.emailLayout>
