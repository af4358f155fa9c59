<#ftl output_format="plainText">
<#import "keyward-own.ftl" as own>
<@own.greeting />
${msg("keywardOwnActionsText", realmName)}

<#list requiredActions![] as action>
- ${msg("requiredAction." + action)}
</#list>
<@own.link href=link />
${msg("keywardOwnActionsNotExpected", realmName)}
