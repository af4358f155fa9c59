<#ftl output_format="plainText">
<#import "keyward-own.ftl" as own>
<@own.greeting />
${msg("keywardOwnOfferText", realmName)}

<#if credentialScopeDisplayName?has_content>
${msg("keywardOwnFactCredential")}: ${credentialScopeDisplayName}
</#if>
<@own.link href=link />
${msg("keywardOwnOfferLate")}
