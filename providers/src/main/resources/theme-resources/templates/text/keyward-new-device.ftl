<#ftl output_format="plainText">
<#import "/keyward-commons.ftl" as keyward>
${msg("keywardMailGreeting")}<#if keyward.greetable(name!"")> ${name}</#if>,

${msg("keywardNewDeviceText", realmName)}

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
<#if ip?has_content>
${msg("keywardFactIp")}: ${ip}
</#if>
${msg("keywardFactHow")}: ${msg(method)}

${msg("keywardNewDeviceYou")}

${msg("keywardNewDeviceNotYou")}

${link}

${msg("keywardMailLinkLife", linkHours)}
