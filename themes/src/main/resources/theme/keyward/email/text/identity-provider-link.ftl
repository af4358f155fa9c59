<#ftl output_format="plainText">
<#import "keyward-own.ftl" as own>
<@own.greeting />
${msg("keywardOwnLinkText", realmName)}

${msg("keywardOwnFactProvider")}: ${identityProviderDisplayName}
${msg("keywardOwnFactProviderName")}: ${identityProviderContext.username}

${msg("keywardOwnLinkMeans")}
<@own.link href=link />
${msg("keywardOwnIgnore")}
