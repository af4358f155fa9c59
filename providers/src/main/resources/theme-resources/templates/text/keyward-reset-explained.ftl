<#ftl output_format="plainText">
<#import "/keyward-commons.ftl" as keyward>
${msg("keywardMailGreeting")}<#if keyward.greetable(name!"")> ${name}</#if>,

${msg("keywardResetMailText", realmName)}

${msg("keywardFactAddress")}: ${address}
<#if when?has_content>
${msg("keywardFactTime")}: ${when}
</#if>
<#if ip?has_content>
${msg("keywardFactIp")}: ${ip}
</#if>

<#if reason == "no-password">
${msg("keywardResetNoPassword")}

${msg("keywardResetNoPasswordHow")}
<#else>
${msg("keywardResetOtherAddress")}

${msg("keywardResetOtherAddressHow", realmName)}
</#if>

${link}

${msg("keywardResetMailNotYou")}
