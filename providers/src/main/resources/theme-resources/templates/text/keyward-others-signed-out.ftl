<#ftl output_format="plainText">
<#import "/keyward-commons.ftl" as keyward>
${msg("keywardMailGreeting")}<#if keyward.greetable(name!"")> ${name}</#if>,

${msg("keywardOthersOutText", realmName)}

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

${msg("keywardOthersOutNotYou")}
<#if link?has_content>

${link}
</#if>
