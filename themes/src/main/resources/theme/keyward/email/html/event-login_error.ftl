<#import "template.ftl" as layout>
<#import "keyward-own.ftl" as own>
<@layout.emailLayout>
<@own.happened what=msg("keywardOwnEventLoginError", realmName) />
</@layout.emailLayout>
