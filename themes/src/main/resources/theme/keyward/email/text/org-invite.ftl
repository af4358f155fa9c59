<#ftl output_format="plainText">
<#import "keyward-own.ftl" as own>
${msg("keywardMailGreeting")},

${msg("keywardOwnInviteText", realmName)}

${msg("keywardOwnFactOrganization")}: ${organization.name}
<@own.link href=link />
${msg("keywardOwnInviteIgnore")}
