<#ftl output_format="plainText">
<#import "/keyward-commons.ftl" as keyward>

<#macro greeting>
<#local called = ((.data_model.user.firstName)!"")?trim>
${msg("keywardMailGreeting")}<#if keyward.greetable(called)> ${called}</#if>,

</#macro>

<#macro link href>

${href}

${msg("keywardOwnLinkLife", linkExpirationFormatter(linkExpiration))}

</#macro>

<#macro happened what kind="">
<@greeting />
${what}

<#if kind?has_content>
${msg("keywardOwnFactKind")}: ${kind}
</#if>
${msg("keywardFactTime")}: ${msg("keywardOwnWhen", event.date)}
<#if event.ipAddress?has_content>
${msg("keywardFactIp")}: ${event.ipAddress}
</#if>

${msg("keywardOwnEventNotYou", realmName)}
</#macro>
