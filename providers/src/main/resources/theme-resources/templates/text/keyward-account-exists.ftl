<#ftl output_format="plainText">
<#import "/keyward-commons.ftl" as keyward>
${msg("keywardMailGreeting")}<#if keyward.greetable(name!"")> ${name}</#if>,

${msg("keywardExistsMailText", realmName)}
${address}

<#if verified>
${msg("keywardExistsMailVerified")}

${link}
<#else>
${msg("keywardExistsMailUnverified")}

${link}

${msg("keywardMailLinkLife", linkHours)}
</#if>

${msg("keywardExistsMailNotYou")}
