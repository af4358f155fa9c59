<#ftl output_format="plainText">
<#import "/keyward-commons.ftl" as keyward>
${msg("keywardMailGreeting")}<#if keyward.greetable(name!"")> ${name}</#if>,

${msg("keywardResetMailText", realmName)}
${address}

<#if reason == "no-password">
${msg("keywardResetNoPassword")}

${msg("keywardResetNoPasswordHow")}
<#else>
${msg("keywardResetOtherAddress")}

${msg("keywardResetOtherAddressHow", realmName)}
</#if>

${link}

${msg("keywardResetMailNotYou")}
