<#ftl output_format="plainText">
<#import "keyward-own.ftl" as own>
${msg("keywardMailGreeting")},

${msg("keywardOwnTestText", realmName!"")}
