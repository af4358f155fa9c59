<#import "template.ftl" as layout>
<#import "keyward-own.ftl" as own>
<@layout.emailLayout>
<@own.happened what=msg("keywardOwnEventRemoveCredential", realmName) kind=event.getDetail("credential_type")!"" />
</@layout.emailLayout>
