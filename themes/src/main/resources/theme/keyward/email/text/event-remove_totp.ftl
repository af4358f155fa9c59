<#ftl output_format="plainText">
<#import "keyward-own.ftl" as own>
<@own.event what=msg("keywardOwnEventRemoveTotp", realmName) />
