<#ftl output_format="plainText">
<#import "keyward-own.ftl" as own>
<#if messageKey == "customMessage">
${customMessage}
<#else>
<@own.greeting />
${msg(messageKey, daysRemaining, reason)}

<#if daysRemaining gt 0>
${msg("keywardOwnDaysLeft", daysRemaining)}

</#if>
${msg("keywardOwnQuestions", realmName)}
</#if>
