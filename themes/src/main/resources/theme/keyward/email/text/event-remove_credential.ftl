<#ftl output_format="plainText">
<#import "keyward-own.ftl" as own>
<@own.event what=msg("keywardOwnEventRemoveCredential", realmName) kind=event.getDetail("credential_type")!"" />
