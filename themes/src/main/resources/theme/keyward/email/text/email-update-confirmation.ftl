<#ftl output_format="plainText">
<#import "keyward-own.ftl" as own>
<@own.greeting />
${msg("keywardOwnNewAddressText", realmName)}

${msg("keywardOwnFactNewAddress")}: ${newEmail}
<@own.link href=link />
${msg("keywardOwnIgnore")}
