<#ftl output_format="plainText">
<#import "/keyward-commons.ftl" as keyward>
${msg("keywardMailGreeting")}<#if keyward.greetable(name!"")> ${name}</#if>,

${msg("keywardVerifyMailText")}
${address}

${msg("keywardVerifyMailCode")}

    ${code}

${msg("keywardVerifyMailCodeLife", codeMinutes)}

${msg("keywardVerifyMailLink")}

${link}

${msg("keywardMailLinkLife", linkHours)}

${msg("keywardVerifyMailNewest")}

${msg("keywardVerifyMailNotYou", realmName)}
