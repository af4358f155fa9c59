<#import "template.ftl" as layout>
<#import "keyward-own.ftl" as own>
<@layout.emailLayout>
<#if messageKey == "customMessage">
<p>${kcSanitize(customMessage)?no_esc}</p>
<#else>
<@own.greeting />
<p>${kcSanitize(msg(messageKey, daysRemaining, reason))?no_esc}</p>
<#if daysRemaining gt 0>
<p><strong>${msg("keywardOwnDaysLeft", daysRemaining)}</strong></p>
</#if>
<p>${msg("keywardOwnQuestions", realmName)}</p>
</#if>
</@layout.emailLayout>
