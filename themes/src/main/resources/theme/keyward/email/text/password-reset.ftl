<#ftl output_format="plainText">
<#import "keyward-own.ftl" as own>
<@own.greeting />
${msg("keywardOwnResetText", realmName)}
<@own.link href=link />
${msg("keywardOwnIgnore")}
