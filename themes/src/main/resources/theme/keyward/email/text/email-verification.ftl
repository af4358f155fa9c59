<#ftl output_format="plainText">
<#import "keyward-own.ftl" as own>
<@own.greeting />
${msg("keywardOwnVerifyText", realmName)}
<@own.link href=link />
${msg("keywardVerifyMailNotYou", realmName)}
