<#ftl output_format="plainText">
<#import "/keyward-commons.ftl" as keyward>
${msg("keywardMailGreeting")}<#if keyward.greetable(name!"")> ${name}</#if>,

${msg("keywardResetMailText", realmName)}
${address}

${msg("keywardResetMailHow")}

${link}

${msg("keywardMailLinkLife", linkHours)} ${msg("keywardResetMailOnce")}

${msg("keywardVerifyMailNewest")}

${msg("keywardResetMailNotYou")}
