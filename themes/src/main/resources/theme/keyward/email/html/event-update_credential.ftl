<#import "template.ftl" as layout>
<#import "keyward-own.ftl" as own>
<@layout.emailLayout>
<@own.event what=msg("keywardOwnEventUpdateCredential", realmName) kind=event.getDetail("credential_type")!"" />
</@layout.emailLayout>
