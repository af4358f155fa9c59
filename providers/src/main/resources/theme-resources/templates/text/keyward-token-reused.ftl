<#ftl output_format="plainText">
<#import "/keyward-commons.ftl" as keyward>
${msg("keywardMailGreeting")}<#if keyward.greetable(name!"")> ${name}</#if>,

${msg("keywardReusedText", realmName)}

<#if app?has_content>
${msg("keywardFactApp")}: ${app}
</#if>
<#if device?has_content>
${msg("keywardFactDevice")}: ${device}
</#if>
<#if browser?has_content>
${msg("keywardFactBrowser")}: ${browser}
</#if>
<#if os?has_content>
${msg("keywardFactSystem")}: ${os}
</#if>
${msg("keywardFactTime")}: ${when}

${msg("keywardReusedDo")}

${msg("keywardReusedAgain")}
<#if link?has_content>

${link}
</#if>
