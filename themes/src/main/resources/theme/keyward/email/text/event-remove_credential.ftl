<#ftl output_format="plainText">
<#import "keyward-own.ftl" as own>
<@own.happened what=msg("keywardOwnEventRemoveCredential", realmName) kind=event.getDetail("credential_type")!"" />
