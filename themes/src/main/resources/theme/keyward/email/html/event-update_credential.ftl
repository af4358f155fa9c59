<#import "template.ftl" as layout>
<#import "keyward-own.ftl" as own>
<@layout.emailLayout>
<@own.happened what=msg("keywardOwnEventUpdateCredential", realmName) kind=event.getDetail("credential_type")!"" />
</@layout.emailLayout>
